package org.kaconf.lang.format;

import java.util.List;

/**
 * Other blanks and line ends between two words.
 *
 * @param start offset of the first blank that goes
 * @param end offset behind the last one; equal to start when there was none
 */
public record Change(int start, int end, String newText) {
	/** A text after changes, which are in its order and do not overlap. */
	public static String apply(String text, List<Change> changes) {
		StringBuilder result = new StringBuilder(text.length());
		int copied = 0;
		for (Change change : changes) {
			result.append(text, copied, change.start()).append(change.newText());
			copied = change.end();
		}
		return result.append(text, copied, text.length()).toString();
	}
}
