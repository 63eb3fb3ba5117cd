package org.kaconf.lint.rule;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lang.Predefined;

/** Uses of definitions that are still there when a text is expanded, as nothing defines them. */
public final class Variables {
	/** {@code ${NAME}} or {@code ${NAME PARAMETERS}} anywhere, {@code $NAME} only before a blank, a comma, a closing parenthesis or the end (lexical rule R33). */
	private static final Pattern USE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)((?:[ \\t]+\\w+)*)[ \\t]*\\}|([A-Za-z_]\\w*)(?=[ \\t,)]|$))");
	/** Those that keepalived itself puts in whenever it starts. */
	private static final Set<Predefined> OF_START = EnumSet.of(Predefined.RANDOM, Predefined.ENV);

	/** @param text as written, {@code ${NAME}} */
	public record Use(String text, String name, boolean hasParameters) {
		/** The definition that only a start of keepalived gives a value; empty for any other. */
		public Optional<Predefined> ofStart() {
			return Predefined.of(name).filter(OF_START::contains);
		}
	}

	private Variables() {
	}

	/** The first one of a word. */
	public static Optional<Use> find(String word) {
		Matcher m = USE.matcher(word);
		if (!m.find()) {
			return Optional.empty();
		}
		boolean braced = m.group(1) != null;
		return Optional.of(new Use(m.group(), braced ? m.group(1) : m.group(3), braced && !m.group(2).isEmpty()));
	}

	static boolean isIn(Site site, int word) {
		return word < site.words().size() && find(site.words().get(word)).isPresent();
	}
}
