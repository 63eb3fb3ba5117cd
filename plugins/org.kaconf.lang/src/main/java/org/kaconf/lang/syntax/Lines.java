package org.kaconf.lang.syntax;

import java.nio.charset.StandardCharsets;

/** Lines and comments in a text. */
public final class Lines {
	/** Bytes of a line that keepalived reads at once. */
	public static final int LONGEST = 1023;

	private Lines() {
	}

	/** Offset of the next line feed, or the end of the text. */
	public static int endOfLine(String text, int from) {
		int end = text.indexOf('\n', from);
		return end < 0 ? text.length() : end;
	}

	/**
	 * Whether a comment starts here, outside double quotes. A backslash in front does not help: the processes that read the text take it
	 * for a comment all the same (keepalived 2.2.7 strips comments twice).
	 */
	public static boolean startsComment(String text, int at) {
		char c = text.charAt(at);
		return c == '#' || c == '!' || c == '\\' && at + 1 < text.length() && (text.charAt(at + 1) == '#' || text.charAt(at + 1) == '!');
	}

	/** Bytes of UTF-8 that a stretch of text becomes. */
	public static int bytes(String text, int start, int end) {
		return text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
	}

	/** Offset behind the last character of the line that is neither comment nor blank. */
	public static int endOfContent(String text, int from) {
		int end = from;
		boolean quoted = false;
		while (end < text.length() && text.charAt(end) != '\n' && (quoted || !startsComment(text, end))) {
			quoted ^= text.charAt(end) == '"';
			end++;
		}
		while (end > from && Scanner.isBlank(text.charAt(end - 1))) {
			end--;
		}
		return end;
	}

	/** Offset behind the first brace outside double quotes, or the end of the line. */
	public static int endOfStatement(String line, int from) {
		int end = endOfRegion(line, from);
		return end < line.length() && (line.charAt(end) == '{' || line.charAt(end) == '}') ? end + 1 : line.length();
	}

	/** Offset of the end of the line, the comment or the brace outside double quotes that ends the statement. */
	static int endOfRegion(String text, int from) {
		boolean quoted = false;
		for (int i = from; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n') {
				return i;
			}
			if (c == '"') {
				quoted = !quoted;
			} else if (!quoted) {
				int use = c == '$' ? Definitions.endOfBracedUse(text, i) : -1;
				if (use > 0) {
					i = use - 1;
				} else if (c == '{' || c == '}' || startsComment(text, i)) {
					return i;
				}
			}
		}
		return text.length();
	}
}
