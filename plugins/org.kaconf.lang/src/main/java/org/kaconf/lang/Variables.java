package org.kaconf.lang;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The definitions that hold for a node at a point of the text. */
final class Variables {
	/** {@code ${NAME}} anywhere, {@code $NAME} only in front of a blank, a closing parenthesis or the end of the line. */
	private static final Pattern USE = Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)\\}|([A-Za-z_][A-Za-z0-9_]*)(?=[\\s)]|$))");

	private final Map<String, List<String>> texts = new HashMap<>();

	/**
	 * A use of a definition in a line.
	 *
	 * @param lines what it stands for, at least one line
	 */
	record Use(String name, int start, int end, List<String> lines) {
	}

	Variables() {
	}

	Variables(Variables others) {
		texts.putAll(others.texts);
	}

	void define(String name, List<String> lines) {
		texts.put(name, lines.isEmpty() ? List.of("") : List.copyOf(lines));
	}

	void defineAll(Variables others) {
		texts.putAll(others.texts);
	}

	/** The first use of something that is defined, from an offset of a line on. */
	Optional<Use> firstUse(CharSequence line, int from) {
		Matcher m = USE.matcher(line);
		int at = from;
		while (m.find(at)) {
			String name = m.group(1) == null ? m.group(2) : m.group(1);
			List<String> lines = texts.get(name);
			if (lines != null) {
				return Optional.of(new Use(name, m.start(), m.end(), lines));
			}
			at = m.start() + 1;
		}
		return Optional.empty();
	}

	/** A text with all uses of definitions of one line replaced, as far as that ends. */
	String replaceIn(String text) {
		StringBuilder result = new StringBuilder(text);
		int replaced = 0;
		for (Optional<Use> use = firstUse(result, 0); use.isPresent() && replaced < 100; use = firstUse(result, 0)) {
			result.replace(use.get().start(), use.get().end(), String.join(" ", use.get().lines()));
			replaced++;
		}
		return result.toString();
	}

	/** Whether a text uses any definition at all, known or not. */
	static boolean mayUse(String text) {
		return text.indexOf('$') >= 0;
	}
}
