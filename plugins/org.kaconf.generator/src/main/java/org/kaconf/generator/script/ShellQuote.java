package org.kaconf.generator.script;

/** The only way by which text of a configuration gets into a shell program. */
public final class ShellQuote {
	private ShellQuote() {
	}

	/**
	 * A word that every POSIX shell reads as exactly this text, whatever it holds: blanks, line ends, quotes, dollars, backquotes. Between
	 * apostrophes a shell gives no character a meaning (POSIX.1-2017, Shell Command Language, 2.2.2), and an apostrophe itself is written
	 * outside of them.
	 *
	 * @throws IllegalArgumentException when the text holds a NUL, which no argument of a program can carry
	 */
	public static String quote(String text) {
		if (text.indexOf('\0') >= 0) {
			throw new IllegalArgumentException("text for a shell must not hold a NUL character");
		}
		return "'" + text.replace("'", "'\\''") + "'";
	}
}
