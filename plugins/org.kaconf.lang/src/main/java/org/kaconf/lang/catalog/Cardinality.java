package org.kaconf.lang.catalog;

import java.util.Locale;

/** How often a keyword may stand in one block, and which of several wins (keepalived has no single rule for that). */
public enum Cardinality {
	/** At most once; a second one is refused or ignored with a message. */
	ONE,
	/** Exactly once; without it the block is useless or refused. */
	ONE_REQUIRED,
	/** Any number; each adds something. */
	MANY,
	/** At least once; without it the block is useless or refused. Each adds something. */
	MANY_REQUIRED,
	/** May be repeated, the first one counts and the others are reported and ignored. */
	FIRST_WINS,
	/** May be repeated, the last one counts and the others are lost in silence. */
	LAST_WINS;

	/** The word used in the catalog files and the documentation: {@code one-required}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether the block means nothing without it. */
	public boolean isRequired() {
		return this == ONE_REQUIRED || this == MANY_REQUIRED;
	}

	/** Whether each of several adds something. */
	public boolean adds() {
		return this == MANY || this == MANY_REQUIRED;
	}

	static Cardinality of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}
}
