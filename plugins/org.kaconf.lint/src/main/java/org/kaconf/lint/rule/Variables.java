package org.kaconf.lint.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses of definitions that are still there when a text is expanded, as nothing defines them. */
public final class Variables {
	/** {@code ${NAME}} anywhere, {@code $NAME} only before a blank, a comma, a closing parenthesis or the end (lexical rule R33). */
	private static final Pattern USE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*)(?=[\\s,)]|$))");

	/** @param text as written, {@code ${NAME}} */
	public record Use(String text, String name) {
	}

	private Variables() {
	}

	/** The first one of a word. */
	public static Optional<Use> find(String word) {
		Matcher m = USE.matcher(word);
		return m.find() ? Optional.of(new Use(m.group(), m.group(1) == null ? m.group(2) : m.group(1))) : Optional.empty();
	}

	static boolean isIn(Site site, int word) {
		return word < site.words().size() && find(site.words().get(word)).isPresent();
	}
}
