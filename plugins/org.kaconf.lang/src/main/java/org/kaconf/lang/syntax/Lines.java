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

	/** Bytes of UTF-8 that a stretch of text becomes; a byte that is none counts as it is. */
	public static int bytes(String text, int start, int end) {
		return text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
	}

	/**
	 * Offset behind the last character of the line that is neither comment nor blank. Double quotes protect the signs of a comment; a
	 * backslash takes the next character along, so that {@code \"} neither opens nor closes a quote. {@code \#} starts a comment all the
	 * same: keepalived 2.2.7 removes comments twice, and the second time the backslash is gone.
	 */
	public static int endOfContent(String text, int from) {
		int end = startOfComment(text, from);
		while (end > from && Scanner.isBlank(text.charAt(end - 1))) {
			end--;
		}
		return end;
	}

	/** Offset of the comment of the line, or the end of the line. */
	private static int startOfComment(String text, int from) {
		boolean quoted = false;
		int i = from;
		while (i < text.length() && text.charAt(i) != '\n') {
			char c = text.charAt(i);
			if (c == '\\' && !isLastOfLine(text, i)) {
				if (!quoted && isCommentSign(text.charAt(i + 1))) {
					return i;
				}
				i++;
			} else if (c == '"') {
				quoted = !quoted;
			} else if (!quoted && isCommentSign(c)) {
				return i;
			}
			i++;
		}
		return i;
	}

	private static boolean isCommentSign(char c) {
		return c == '#' || c == '!';
	}

	/**
	 * Offset of the backslash a line ends in, in front of its comment or at the end of that: in a definition the next line belongs to it,
	 * elsewhere it becomes a part of the last word. -1 for none.
	 */
	public static int continuation(String text, int from) {
		int content = endOfContent(text, from);
		if (content > from && text.charAt(content - 1) == '\\') {
			return content - 1;
		}
		int last = endOfLine(text, from);
		while (last > content && Scanner.isBlank(text.charAt(last - 1))) {
			last--;
		}
		int backslashes = 0;
		while (last - backslashes > content && text.charAt(last - backslashes - 1) == '\\') {
			backslashes++;
		}
		return backslashes % 2 == 1 && isLastOfLine(text, last - 1) ? last - 1 : -1;
	}

	/** Whether nothing, no blank either, stands behind a character on its line. */
	static boolean isLastOfLine(String text, int at) {
		int next = at + 1;
		while (next < text.length() && text.charAt(next) == '\r') {
			next++;
		}
		return next == text.length() || text.charAt(next) == '\n';
	}

	/** Offset behind the first brace outside double quotes, or the end of the line. */
	public static int endOfStatement(String line, int from) {
		int end = endOfRegion(line, from, line.length());
		return end < line.length() ? end + 1 : end;
	}

	/** Offset of the first brace outside double quotes, or the limit. */
	static int endOfRegion(String text, int from, int limit) {
		boolean quoted = false;
		for (int i = from; i < limit; i++) {
			char c = text.charAt(i);
			if (c == '"') {
				quoted = !quoted;
			} else if (!quoted) {
				int use = c == '$' ? Definitions.endOfBracedUse(text, i) : -1;
				if (use > 0) {
					i = use - 1;
				} else if (c == '{' || c == '}') {
					return i;
				}
			}
		}
		return limit;
	}
}
