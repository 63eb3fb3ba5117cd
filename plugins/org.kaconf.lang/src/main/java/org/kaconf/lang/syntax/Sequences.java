package org.kaconf.lang.syntax;

/** The prefixes {@code ~SEQ(...)} and {@code ~LST(...)} of a line. */
final class Sequences {
	private static final String[] STARTS = { "~SEQx(", "~SEQ(", "~LST(" };

	private Sequences() {
	}

	/** Offset behind a prefix that starts here, -1 when none does. */
	static int endOfPrefix(String text, int at) {
		for (String start : STARTS) {
			if (text.startsWith(start, at)) {
				int close = at;
				while (close < text.length() && text.charAt(close) != ')' && text.charAt(close) != '\n') {
					close++;
				}
				return close < text.length() && text.charAt(close) == ')' ? close + 1 : -1;
			}
		}
		return -1;
	}
}
