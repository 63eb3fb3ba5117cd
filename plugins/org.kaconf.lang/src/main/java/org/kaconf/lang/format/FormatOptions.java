package org.kaconf.lang.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

import org.kaconf.lang.ProjectSettings;

/**
 * How a text shall look.
 *
 * @param indent what a level of blocks is indented by, not empty: where a brace is missing, indentation tells
 * @param blankLines how many blank lines may follow each other, 0 to 10
 * @param lineEnd how lines end
 * @param joinBraces whether an opening brace on a line of its own moves behind its keyword
 */
public record FormatOptions(String indent, int blankLines, LineEnd lineEnd, boolean joinBraces) {
	/** What the names of all settings start with. */
	public static final String PREFIX = "format.";
	public static final FormatOptions DEFAULT = new FormatOptions("    ", 1, LineEnd.KEEP, true);

	private static final int WIDEST_INDENT = 8;
	private static final int MOST_BLANK_LINES = 10;
	private static final Map<String, BiFunction<FormatOptions, String, FormatOptions>> SETTINGS = Map.of(
			"indent", (options, value) -> new FormatOptions(indent(value), options.blankLines, options.lineEnd, options.joinBraces),
			"blank_lines", (options, value) -> new FormatOptions(options.indent, blankLines(value), options.lineEnd, options.joinBraces),
			"line_end", (options, value) -> new FormatOptions(options.indent, options.blankLines, lineEnd(value), options.joinBraces),
			"opening_brace", (options, value) -> new FormatOptions(options.indent, options.blankLines, options.lineEnd, joinBraces(value)));

	/** What a project's settings say; those that say nothing are left out. */
	public static FormatOptions of(ProjectSettings project) {
		FormatOptions options = DEFAULT;
		for (ProjectSettings.Setting setting : project.settings()) {
			if (setting.name().startsWith(PREFIX) && objection(setting.name(), setting.value()).isEmpty()) {
				options = options.with(setting.name(), setting.value());
			}
		}
		return options;
	}

	/** What is wrong with a setting whose name starts with {@link #PREFIX}, as a sentence for the user. */
	public static Optional<String> objection(String key, String value) {
		try {
			DEFAULT.with(key, value);
			return Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.of(e.getMessage());
		}
	}

	/**
	 * These options with one setting changed.
	 *
	 * @param key as in kaconf.properties, such as {@code format.indent}
	 * @throws IllegalArgumentException with a sentence for the user
	 */
	public FormatOptions with(String key, String value) {
		var setting = key.startsWith(PREFIX) ? SETTINGS.get(key.substring(PREFIX.length())) : null;
		if (setting == null) {
			throw new IllegalArgumentException("There is no setting '" + key + "'; those of the formatter are " + PREFIX + String.join(", " + PREFIX, new TreeSet<>(SETTINGS.keySet())));
		}
		try {
			return setting.apply(this, value);
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException("'" + value + "' is no value of " + key + "; write " + e.getMessage(), e);
		}
	}

	private static String indent(String value) {
		return value.equals("tab") ? "\t" : " ".repeat(within(value, 1, WIDEST_INDENT, "tab, or a number of blanks from 1 to " + WIDEST_INDENT));
	}

	private static int blankLines(String value) {
		return within(value, 0, MOST_BLANK_LINES, "a number from 0 to " + MOST_BLANK_LINES);
	}

	private static int within(String value, int least, int most, String wanted) {
		if (!value.matches("[0-9]{1,2}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
			throw new IllegalArgumentException(wanted);
		}
		return Integer.parseInt(value);
	}

	private static LineEnd lineEnd(String value) {
		return Arrays.stream(LineEnd.values()).filter(end -> end.name().toLowerCase(Locale.ROOT).equals(value)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("keep, lf or crlf"));
	}

	private static boolean joinBraces(String value) {
		if (!value.equals("keep") && !value.equals("same_line")) {
			throw new IllegalArgumentException("same_line or keep");
		}
		return value.equals("same_line");
	}
}
