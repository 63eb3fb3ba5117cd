package org.kaconf.ide;

/**
 * One entry of the completion list.
 *
 * @param label what the list shows, such as {@code priority}
 * @param insertText what replaces the range; lines are indented as the place needs it
 * @param replaceOffset start of the replaced range
 * @param replaceLength its length; 0 when nothing was typed yet
 * @param caret where the cursor goes, counted from the start of {@code insertText}
 * @param detail one short line, such as {@code <1..255>, default 100}; may be empty
 * @param documentation Markdown; may be empty
 */
public record Proposal(String label, String insertText, int replaceOffset, int replaceLength, int caret, String detail,
		String documentation, Kind kind) {
	/** What is proposed; editors show an icon for it. */
	public enum Kind {
		KEYWORD, BLOCK, VALUE, REFERENCE, NODE, VARIABLE, SNIPPET
	}

	public Proposal {
		if (replaceOffset < 0 || replaceLength < 0 || caret < 0 || caret > insertText.length()) {
			throw new IllegalArgumentException("proposal " + label + ": range or caret outside the text");
		}
	}

	/** The text after the proposal was taken. */
	public String applyTo(String text) {
		return text.substring(0, replaceOffset) + insertText + text.substring(replaceOffset + replaceLength);
	}
}
