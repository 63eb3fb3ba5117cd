package org.kaconf.lint.rule;

/** The habit of quoting with single quotes, which only commands know. */
public final class Quotes {
	private Quotes() {
	}

	/** Whether a word starts with a single quote that quotes nothing. */
	public static boolean startsAt(Site site, int word) {
		boolean command = site.keyword().isPresent() && site.keyword().get().syntax().rereadsLine();
		return !command && word < site.words().size() && !site.isQuoted(word) && site.words().get(word).startsWith("'");
	}

	/** Index of the word that ends with the closing quote; of the one where it opens when there is none. */
	public static int end(Site site, int first) {
		for (int i = first; i < site.words().size(); i++) {
			String word = site.words().get(i);
			if (word.endsWith("'") && (i > first || word.length() > 1)) {
				return i;
			}
		}
		return first;
	}

	/** Whether a word stands at or behind such a quote, so that what is wrong with it follows from that. */
	static boolean concern(Site site, int word) {
		for (int i = 0; i <= word; i++) {
			if (startsAt(site, i)) {
				return true;
			}
		}
		return false;
	}
}
