package org.kaconf.ide.source;

/**
 * A word of a statement.
 *
 * @param offset start in the text, at the quote when quoted
 * @param length with the quotes
 * @param text without the quotes; definitions are not expanded
 */
public record Word(int offset, int length, String text, boolean quoted) {
	public int end() {
		return offset + length;
	}

	/** Whether the offset is inside or at one of the ends. */
	public boolean touches(int position) {
		return offset <= position && position <= end();
	}

	/** Start of the text inside the quotes. */
	public int textOffset() {
		return quoted ? offset + 1 : offset;
	}

	/** Whether what it says is known only after expansion. */
	public boolean hasVariable() {
		return text.indexOf('$') >= 0;
	}
}
