package org.kaconf.ide;

import java.util.List;

/**
 * One entry of the outline.
 *
 * @param name the name, or the keyword of a statement without one
 * @param detail what distinguishes it, such as {@code eth0 vrid 51}; may be empty
 * @param offset start of the whole statement with its block
 * @param nameOffset start of what is selected when the entry is chosen; inside the statement
 */
public record Symbol(String name, String detail, Kind kind, int offset, int length, int nameOffset, int nameLength, List<Symbol> children) {
	/** What stands there; editors show an icon for it. */
	public enum Kind {
		CLUSTER, NODE, GLOBALS, INSTANCE, SYNC_GROUP, SCRIPT, TRACKER, CHECK, ADDRESSES, REFERENCES, DEFINITION, INCLUDE, BLOCK
	}

	public Symbol {
		children = List.copyOf(children);
	}
}
