package org.kaconf.ide.source;

/**
 * A use of a definition: {@code $NAME} or <code>${NAME}</code>.
 *
 * @param offset at the dollar sign
 * @param length to the end, braces included
 * @param nameOffset start of the name alone
 */
public record Variable(int offset, int length, String name, int nameOffset) {
	public int end() {
		return offset + length;
	}

	public boolean touches(int position) {
		return offset <= position && position <= end();
	}
}
