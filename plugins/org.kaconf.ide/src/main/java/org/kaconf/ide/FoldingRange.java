package org.kaconf.ide;

/**
 * Lines that can be folded into their first one.
 *
 * @param offset inside the line that stays visible
 * @param length up to the end of the last folded line, without its line break
 */
public record FoldingRange(int offset, int length, Kind kind) {
	/** What is folded. */
	public enum Kind {
		BLOCK, COMMENT
	}
}
