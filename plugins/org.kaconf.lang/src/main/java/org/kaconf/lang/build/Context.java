package org.kaconf.lang.build;

import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.model.KeepalivedVersion;

/** What all builders need to know. @param catalog the vocabulary of the version */
public record Context(Catalog catalog, KeepalivedVersion version, Places places) {
	BlockKind kind(String id) {
		return catalog.block(id);
	}
}
