package org.kaconf.lang;

/** What can be wrong with a text before anyone asks what it means. */
public enum ProblemKind {
	/** A file cannot be read: missing, a folder, no permission, binary, too large. */
	FILE,
	/** A file holds no statement. */
	EMPTY_FILE,
	/** The text starts with a byte order mark, which keepalived takes for part of the first keyword. */
	BYTE_ORDER_MARK,
	/** A quote is not closed. */
	UNTERMINATED_QUOTE,
	/** A line is longer than keepalived reads. */
	LINE_TOO_LONG,
	/** A block is not closed. */
	MISSING_CLOSING_BRACE,
	/** A keyword that needs a block has none, and its closing brace is there. */
	MISSING_OPENING_BRACE,
	/** A closing brace closes nothing. */
	STRAY_CLOSING_BRACE,
	/** A block has no keyword in front. */
	STRAY_OPENING_BRACE,
	/** More blocks within each other than any configuration has. */
	TOO_DEEP,
	/** An include names no file that can be read. */
	INCLUDE,
	/** An include stands where keepalived reads it twice. */
	INCLUDE_AGAIN,
	/** A line outside a definition ends in a backslash, as if it went on. */
	CONTINUATION,
	/** A file holds bytes that are no UTF-8. */
	NOT_UTF8,
	/** A definition or sequence cannot be expanded. */
	EXPANSION,
	/** Expansion goes deeper, or makes more text, than any configuration needs. */
	EXPANSION_LIMIT,
	/** A cluster block contradicts itself: a node twice, a node without a name. */
	CLUSTER;

	/** Whether the text can be read as it is meant all the same. */
	public boolean isHarmless() {
		return this == INCLUDE_AGAIN || this == NOT_UTF8;
	}
}
