package org.kaconf.ide;

/** What a piece of text is; editors give each a colour. */
public enum TokenKind {
	COMMENT,
	/** A keyword the catalog allows where it stands. */
	KEYWORD,
	/** A keyword that opens a block. */
	BLOCK_KEYWORD,
	/** A keyword plain keepalived does not have. */
	EXTENSION_KEYWORD,
	/** A word in the place of a keyword that nothing knows there. */
	UNKNOWN_KEYWORD,
	/** A name where it is defined. */
	NAME_DEFINITION,
	/** A name where it is used. */
	NAME_REFERENCE,
	/** One of a fixed set of values, booleans included. */
	ENUMERATION,
	NUMBER,
	/** An IP address, with or without prefix length. */
	ADDRESS,
	/** A quoted text. */
	STRING,
	/** Any other value. */
	TEXT,
	/** The {@code @node} in front of a line. */
	CONDITION,
	/** The {@code $NAME=} of a definition. */
	VARIABLE_DEFINITION,
	/** A use of a definition, {@code $NAME} or <code>${NAME}</code>. */
	VARIABLE,
	BRACE
}
