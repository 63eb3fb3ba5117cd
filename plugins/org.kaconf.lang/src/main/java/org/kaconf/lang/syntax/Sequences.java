package org.kaconf.lang.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The prefixes {@code ~SEQ(...)} and {@code ~LST(...)} of a line. */
final class Sequences {
	private static final Pattern PREFIX = Pattern.compile("~(?:SEQx?|LST)[ \\t]*\\([^)\\n]*\\)");

	private Sequences() {
	}

	/** Offset behind a prefix that starts here, -1 when none does. */
	static int endOfPrefix(String text, int at) {
		Matcher m = PREFIX.matcher(text).region(at, text.length());
		return m.lookingAt() ? m.end() : -1;
	}
}
