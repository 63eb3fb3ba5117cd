package org.kaconf.generator.script;

/** Text of a configuration inside a comment: on one line, whatever it holds. */
public final class ShellComment {
	private ShellComment() {
	}

	/** The text with a question mark for every control character and line separator, so that nothing of it can leave the comment. */
	public static String of(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
	}
}
