package org.kaconf.ide;

import org.kaconf.lang.catalog.NameKind;

/**
 * Something that has a name.
 *
 * @param kind what is named; {@code null} for a definition {@code $NAME=}
 */
record Name(NameKind kind, String text) {
	static Name variable(String text) {
		return new Name(null, text);
	}

	boolean isVariable() {
		return kind == null;
	}

	String title() {
		return isVariable() ? "definition" : kind.title();
	}
}
