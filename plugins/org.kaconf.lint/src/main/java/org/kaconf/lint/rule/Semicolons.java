package org.kaconf.lint.rule;

/** The habit of ending a line with a semicolon, which keepalived takes for a part of the last word. */
public final class Semicolons {
	private Semicolons() {
	}

	/** Whether a word, not in quotes, ends with a semicolon. */
	public static boolean endsWithOne(Site site, int word) {
		return word < site.words().size() && !site.isQuoted(word) && site.words().get(word).endsWith(";");
	}
}
