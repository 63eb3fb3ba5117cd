package org.kaconf.generator.report;

/** Text of a configuration inside Markdown. */
final class Markdown {
	private Markdown() {
	}

	/** The text as it reads, on one line, also inside a table. */
	static String text(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").replaceAll("[\\\\`*<>\\[\\]|&~]", "\\\\$0");
	}

	/** A line of a block of code. */
	static String codeLine(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
	}
}
