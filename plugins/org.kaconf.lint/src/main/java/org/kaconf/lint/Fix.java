package org.kaconf.lint;

import java.util.List;

/**
 * A change of the text that makes a diagnostic go away.
 *
 * @param title what it does, as an order: {@code Use a weight of -51}
 * @param edits ranges that do not overlap, all to be applied together
 * @param safe whether the daemon behaves as before, or as was beyond doubt meant; such a fix may be applied unseen
 */
public record Fix(String title, List<Edit> edits, boolean safe) {
	public Fix {
		edits = List.copyOf(edits);
	}

	public static Fix safe(String title, Edit... edits) {
		return new Fix(title, List.of(edits), true);
	}

	public static Fix unsafe(String title, Edit... edits) {
		return new Fix(title, List.of(edits), false);
	}
}
