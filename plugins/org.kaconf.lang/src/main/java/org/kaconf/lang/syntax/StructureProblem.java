package org.kaconf.lang.syntax;

/**
 * A brace that is missing or too many.
 *
 * @param start offset of the text that is wrong
 * @param end offset behind it
 * @param repairAt offset where a missing brace belongs; equal to start when nothing is missing
 */
public record StructureProblem(Kind kind, String message, int start, int end, int repairAt) {
	/** What is wrong. */
	public enum Kind {
		/** A block is not closed. */
		MISSING_CLOSING_BRACE,
		/** A keyword that needs a block is not followed by one. */
		MISSING_OPENING_BRACE,
		/** A closing brace closes nothing. */
		STRAY_CLOSING_BRACE,
		/** A block with no keyword in front. */
		STRAY_OPENING_BRACE,
		/** More blocks within blocks than any configuration has. */
		TOO_DEEP
	}
}
