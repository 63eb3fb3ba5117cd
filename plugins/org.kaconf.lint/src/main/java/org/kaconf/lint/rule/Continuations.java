package org.kaconf.lint.rule;

/** The habit of ending a line with a backslash, which becomes a part of the last word. */
public final class Continuations {
	private Continuations() {
	}

	/** Whether a word, not in quotes, ends with a backslash. */
	static boolean endsWithOne(Site site, int word) {
		return word < site.words().size() && !site.isQuoted(word) && site.words().get(word).endsWith("\\");
	}

	/** Whether the keyword does. */
	public static boolean endsKeyword(Site site) {
		return site.statement().getKeyword().endsWith("\\");
	}
}
