package org.kaconf.lang.build;

import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.model.KeepalivedVersion;

/** What all builders need to know. @param catalog the vocabulary of the version @param unread what none of them reads */
public record Context(Catalog catalog, KeepalivedVersion version, Places places, Unread unread) {
	public Context(Catalog catalog, KeepalivedVersion version, Places places) {
		this(catalog, version, places, new Unread());
	}

	BlockKind kind(String id) {
		return catalog.block(id);
	}
}
