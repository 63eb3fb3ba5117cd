package org.kaconf.lang;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The definitions that hold for a node at a point of the text. */
final class Variables {
	/** {@code ${NAME}} anywhere, {@code $NAME} only in front of a blank, a comma, a closing parenthesis or the end of the line. */
	private static final Pattern USE = Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)\\}|([A-Za-z_][A-Za-z0-9_]*)(?=[ \\t,)]|$))");

	private final Map<String, List<String>> texts = new HashMap<>();
	/** Those of several lines that may be used in the middle of a line. */
	private final Set<String> inline = new HashSet<>();

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
		defineAll(others);
	}

	/** A definition; when it has several lines it is only put in where it is the last thing on a line. */
	void define(String name, List<String> lines) {
		inline.remove(name);
		texts.put(name, lines.isEmpty() ? List.of("") : List.copyOf(lines));
	}

	/** A definition whose lines may stand in the middle of a line. */
	void defineInline(String name, List<String> lines) {
		define(name, lines);
		inline.add(name);
	}

	void defineAll(Variables others) {
		others.texts.forEach(this::define);
		inline.addAll(others.inline);
	}

	/** The first use of something that is defined and can be put in. */
	Optional<Use> firstUse(CharSequence line) {
		return firstUse(line, false);
	}

	/** The first use of a definition of several lines that is not the last thing on its line, so that it stays as it is. */
	Optional<Use> misplacedUse(CharSequence line) {
		return firstUse(line, true);
	}

	private Optional<Use> firstUse(CharSequence line, boolean misplaced) {
		Matcher m = USE.matcher(line);
		int at = 0;
		while (m.find(at)) {
			String name = m.group(1) == null ? m.group(2) : m.group(1);
			List<String> lines = texts.get(name);
			if (lines != null && misplaced == (lines.size() > 1 && m.end() < line.length() && !inline.contains(name))) {
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
		for (Optional<Use> use = firstUse(result); use.isPresent() && replaced < 100; use = firstUse(result)) {
			result.replace(use.get().start(), use.get().end(), String.join(" ", use.get().lines()));
			replaced++;
		}
		return result.toString();
	}

}
