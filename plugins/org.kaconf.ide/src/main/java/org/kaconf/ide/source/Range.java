package org.kaconf.ide.source;

/** A range of the text. */
public record Range(int offset, int length) {
	static Range between(int start, int end) {
		return new Range(start, end - start);
	}

	public int end() {
		return offset + length;
	}
}
