package org.kaconf.lint.rule;

/**
 * What {@code keepalived -t} says of a rule's bad example, as far as its own one node goes. The tests ask the real daemon.
 *
 * @param answer the kind of answer
 * @param message a part of what it prints; {@code null} when it prints nothing
 */
public record Verdict(Answer answer, String message) {
	/** The kinds of answers. */
	public enum Answer {
		/** Not to be asked: it concerns Kaconf's own additions, or only shows at run time. */
		NONE("is not asked about this"),
		/** It takes the text without a word: only Kaconf sees it. */
		SILENT("accepts it without a word"),
		/** It prints a message, which {@code -t} counts as a failure, and runs all the same. */
		COMPLAINS("reports it and goes on"),
		/** It does not start. */
		REFUSES("refuses to start");

		private final String words;

		Answer(String words) {
			this.words = words;
		}

		/** For a sentence that begins with "keepalived". */
		public String words() {
			return words;
		}
	}

	public static final Verdict NONE = new Verdict(Answer.NONE, null);
	public static final Verdict SILENT = new Verdict(Answer.SILENT, null);

	public static Verdict complains(String message) {
		return new Verdict(Answer.COMPLAINS, message);
	}

	public static Verdict refuses(String message) {
		return new Verdict(Answer.REFUSES, message);
	}
}
