package org.kaconf.lang.catalog;

/**
 * A keyword that may have been meant.
 *
 * @param keyword  the keyword
 * @param block    the kind of block it may stand in
 * @param here     whether that is the block the unknown word stands in
 * @param distance number of letters in which the two differ
 */
public record Suggestion(Keyword keyword, BlockKind block, boolean here, int distance) {

	/** {@code did you mean priority?}, {@code fall belongs in vrrp_script}, or both. */
	public String message() {
		if (here)
			return "did you mean " + keyword.name() + "?";
		String place = block.id().equals("root") ? "at the top level, outside all blocks" : "in " + block.id();
		return distance == 0 ? keyword.name() + " belongs " + place : "did you mean " + keyword.name() + "? It belongs " + place;
	}
}
