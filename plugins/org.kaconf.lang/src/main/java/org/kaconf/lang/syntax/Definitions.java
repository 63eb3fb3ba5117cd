package org.kaconf.lang.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Definitions {@code $NAME=text} and their uses {@code ${NAME}} and {@code $NAME}. */
public final class Definitions {
	private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)=");
	private static final Pattern BRACED_USE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)((?: [^{}\\n\"]*)?)\\}");

	private Definitions() {
	}

	/** Offset of the {@code =} of a definition that starts here, -1 when none does. */
	static int endOfName(String text, int at) {
		Matcher m = NAME.matcher(text).region(at, text.length());
		return m.lookingAt() ? m.end(1) : -1;
	}

	/** Offset behind a use {@code ${NAME}} that starts here, -1 when none does. */
	static int endOfBracedUse(String text, int at) {
		if (!text.startsWith("${", at)) {
			return -1;
		}
		Matcher m = BRACED_USE.matcher(text).region(at, text.length());
		return m.lookingAt() ? m.end() : -1;
	}

	/** Offset behind the text of a definition with all its continuation lines. */
	public static int endOfText(String text, int start) {
		int end = Lines.endOfContent(text, start);
		int backslash = Lines.continuation(text, start);
		while (backslash >= 0) {
			int next = nextLine(text, backslash);
			if (next < 0) {
				return Math.max(end, backslash + 1);
			}
			end = Lines.endOfContent(text, next);
			backslash = Lines.continuation(text, next);
		}
		return end;
	}

	/** Offset of the line that goes on a definition: one of nothing but blanks and a comment ends it. -1 for none. */
	private static int nextLine(String text, int backslash) {
		int start = Lines.endOfLine(text, backslash) + 1;
		return start < text.length() && (Lines.endOfContent(text, start) > start || Lines.continuation(text, start) >= 0) ? start : -1;
	}

	/**
	 * The lines of a definition's text.
	 *
	 * @param raw as written, with backslashes at the ends of lines and comments behind them
	 */
	public static List<String> lines(String raw) {
		List<String> lines = new ArrayList<>();
		int start = 0;
		while (start <= raw.length()) {
			int end = Lines.endOfContent(raw, start);
			int first = start;
			while (first < end && Scanner.isBlank(raw.charAt(first))) {
				first++;
			}
			boolean continued = end > first && raw.charAt(end - 1) == '\\';
			lines.add(raw.substring(first, continued ? end - 1 : end).stripTrailing());
			start = Lines.endOfLine(raw, end) + 1;
		}
		return lines;
	}
}
