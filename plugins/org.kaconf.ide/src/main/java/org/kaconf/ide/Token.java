package org.kaconf.ide;

/** A range with one colour. Tokens of a text are sorted, do not overlap and hold no line break. */
public record Token(int offset, int length, TokenKind kind) {
	public int end() {
		return offset + length;
	}
}
