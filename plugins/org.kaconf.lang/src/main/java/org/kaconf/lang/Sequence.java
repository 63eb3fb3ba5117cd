package org.kaconf.lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A prefix {@code ~SEQ(...)} or {@code ~LST(...)}: the values that its variables take, one after the other. */
final class Sequence {
	/** More steps than any configuration has addresses in a network. */
	static final int MOST_STEPS = 1 << 16;
	private static final int DECIMAL = 10;
	private static final int HEXADECIMAL = 16;
	private static final Pattern PREFIX = Pattern.compile("~(SEQx?|LST)[ \\t]*\\(([^)]*)\\)");
	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private Sequence() {
	}

	/** Offset behind a prefix that starts here, -1 when none does. */
	static int end(String line, int at) {
		Matcher m = PREFIX.matcher(line).region(at, line.length());
		return m.lookingAt() ? m.end() : -1;
	}

	/**
	 * The values of each step.
	 *
	 * @param prefix as written
	 * @param expand puts definitions in the place of their names in a parameter
	 * @throws IllegalArgumentException with a one-line message when it makes no sense
	 */
	static List<Map<String, String>> steps(String prefix, UnaryOperator<String> expand) {
		Matcher m = PREFIX.matcher(prefix);
		if (!m.matches()) {
			throw new IllegalArgumentException("'" + prefix + "' is no sequence");
		}
		return m.group(1).equals("LST") ? list(m.group(2), expand) : numbers(m.group(2), m.group(1).equals("SEQx") ? HEXADECIMAL : DECIMAL, expand);
	}

	private static List<Map<String, String>> numbers(String inner, int base, UnaryOperator<String> expand) {
		List<String> parts = split(inner).stream().map(expand).toList();
		if (parts.size() < 2 || parts.size() > 4) {
			throw new IllegalArgumentException("~SEQ takes a name and an end, and in between a start and a step");
		}
		String name = name(parts.getFirst());
		long end = number(parts.getLast());
		long start = parts.size() > 2 ? number(parts.get(1)) : end < 0 ? -1 : 1;
		long step = parts.size() == 4 ? number(parts.get(2)) : start <= end ? 1 : -1;
		if (base == HEXADECIMAL && (start < 0 || end < 0)) {
			throw new IllegalArgumentException("~SEQx counts no negative numbers");
		}
		if (step == 0 || start != end && step > 0 != end > start) {
			throw new IllegalArgumentException("~SEQ never gets from " + start + " to " + end + " in steps of " + step);
		}
		if ((end - start) / step >= MOST_STEPS) {
			throw new IllegalArgumentException("~SEQ makes more than " + MOST_STEPS + " steps");
		}
		List<Map<String, String>> steps = new ArrayList<>();
		for (long i = start; step > 0 ? i <= end : i >= end; i += step) {
			steps.add(Map.of(name, Long.toString(i, base)));
		}
		return steps;
	}

	private static List<Map<String, String>> list(String inner, UnaryOperator<String> expand) {
		List<String> groups = split(inner);
		if (groups.size() < 2) {
			throw new IllegalArgumentException("~LST takes a name and values");
		}
		List<String> names = words(groups.getFirst()).stream().map(Sequence::name).toList();
		List<Map<String, String>> steps = new ArrayList<>();
		for (String group : groups.subList(1, groups.size())) {
			List<String> values = words(group);
			if (values.size() > names.size()) {
				throw new IllegalArgumentException("~LST gives " + values.size() + " values to " + names.size() + (names.size() == 1 ? " name" : " names"));
			}
			Map<String, String> step = new LinkedHashMap<>();
			for (int i = 0; i < names.size(); i++) {
				step.put(names.get(i), i < values.size() ? value(values.get(i), expand) : "");
			}
			steps.add(step);
		}
		return steps;
	}

	/** Splits at the commas outside braces. */
	private static List<String> split(String text) {
		List<String> parts = new ArrayList<>();
		int depth = 0;
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			depth += c == '{' ? 1 : c == '}' ? -1 : 0;
			if (c == ',' && depth == 0) {
				parts.add(text.substring(start, i).strip());
				start = i + 1;
			}
		}
		parts.add(text.substring(start).strip());
		return parts;
	}

	private static List<String> words(String group) {
		return group.startsWith("{") && group.endsWith("}") && group.length() > 1 ? split(group.substring(1, group.length() - 1)) : List.of(group);
	}

	private static String value(String text, UnaryOperator<String> expand) {
		if (text.chars().anyMatch(c -> Character.isWhitespace(c) || c == '"')) {
			throw new IllegalArgumentException("'" + text + "' in ~LST has a blank or quote; a value is one plain word");
		}
		return expand.apply(text);
	}

	private static String name(String text) {
		String name = text.strip();
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("'" + name + "' is no name for the variable of a sequence");
		}
		return name;
	}

	private static long number(String text) {
		try {
			return Integer.decode(text.strip());
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("'" + text.strip() + "' in a sequence is no whole number", e);
		}
	}
}
