package org.kaconf.lang.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How far apart two words are for somebody who mistyped one of them. */
public final class Similarity {

	private Similarity() {
	}

	/** The closest candidate that is near enough to be what was meant. */
	public static Optional<String> closest(String word, Collection<String> candidates) {
		return candidates.stream().filter(candidate -> isClose(word, candidate))
				.min(Comparator.comparingInt((String candidate) -> distance(word, candidate)).thenComparing(Comparator.naturalOrder()));
	}

	/** One mistake for every three letters, and at least one. */
	static boolean isClose(String word, String candidate) {
		int allowed = Math.max(1, Math.min(word.length(), candidate.length()) / 3);
		return Math.abs(word.length() - candidate.length()) <= allowed && distance(word, candidate) <= allowed;
	}

	/**
	 * Number of letters inserted, deleted, replaced or swapped with their neighbour (optimal string alignment). Case and
	 * the difference between a dash and an underscore do not count.
	 */
	static int distance(String first, String second) {
		String a = normal(first);
		String b = normal(second);
		int[][] d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++)
			d[i][0] = i;
		for (int j = 0; j <= b.length(); j++)
			d[0][j] = j;
		for (int i = 1; i <= a.length(); i++)
			for (int j = 1; j <= b.length(); j++) {
				int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + replace);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
					d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
			}
		return d[a.length()][b.length()];
	}

	private static String normal(String word) {
		return word.toLowerCase(Locale.ROOT).replace('-', '_');
	}
}
