package org.kaconf.lang.syntax;

/**
 * A piece of text.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 */
public record Token(TokenType type, int start, int end) {
	public int length() {
		return end - start;
	}

	/** Its characters as written. */
	public String in(String text) {
		return text.substring(start, end);
	}

	Token as(TokenType newType) {
		return new Token(newType, start, end);
	}
}
