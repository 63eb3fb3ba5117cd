package org.kaconf.ide;

import java.util.regex.Pattern;

/** The keywords that read another file; they may stand in every block. The letter says what counts as an error. */
final class Includes {
	private static final Pattern KEYWORD = Pattern.compile("include[rmwba]?");

	private Includes() {
	}

	static boolean isInclude(String keyword) {
		return KEYWORD.matcher(keyword).matches();
	}
}
