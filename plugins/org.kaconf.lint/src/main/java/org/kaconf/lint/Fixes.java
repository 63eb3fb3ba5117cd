package org.kaconf.lint;

import java.util.Comparator;
import java.util.List;

import org.kaconf.lang.LineMap;

/** Applies fixes to text. */
public final class Fixes {
	private Fixes() {
	}

	/**
	 * The text of one file with the edits of a fix that concern it.
	 *
	 * @param file its name as it stands in origins
	 * @throws IllegalArgumentException when two edits overlap
	 */
	public static String apply(Fix fix, String file, String text) {
		LineMap lines = new LineMap(text);
		List<Edit> edits = fix.edits().stream().filter(edit -> edit.range().file().equals(file))
				.sorted(Comparator.comparingInt((Edit edit) -> edit.range().line()).thenComparingInt(edit -> edit.range().column())).toList();
		StringBuilder result = new StringBuilder();
		int at = 0;
		for (Edit edit : edits) {
			int start = lines.offset(edit.range().line(), edit.range().column());
			if (start < at) {
				throw new IllegalArgumentException("edits of '" + fix.title() + "' overlap at " + edit.range());
			}
			result.append(text, at, start).append(edit.newText());
			at = lines.offset(edit.range().endLine(), edit.range().endColumn());
		}
		return result.append(text.substring(at)).toString();
	}
}
