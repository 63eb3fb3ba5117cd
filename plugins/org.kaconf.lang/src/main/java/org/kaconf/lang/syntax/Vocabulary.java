package org.kaconf.lang.syntax;

import java.util.HashSet;
import java.util.Set;

import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.catalog.Keyword;

/**
 * What reading a text needs to know of the catalog.
 *
 * @param rereading keywords whose line keepalived reads with its second tokeniser, wherever they stand
 * @param rootBlocks keywords that open a block at the top level of a file and can stand nowhere else
 */
record Vocabulary(Catalog catalog, Set<String> rereading, Set<String> rootBlocks) {
	private static final class Standard {
		static final Vocabulary VOCABULARY = of(Catalog.standard());
	}

	static Vocabulary standard() {
		return Standard.VOCABULARY;
	}

	private static Vocabulary of(Catalog catalog) {
		Set<String> rereading = new HashSet<>();
		Set<String> elsewhere = new HashSet<>();
		for (BlockKind block : catalog.everything()) {
			for (Keyword keyword : block.keywords()) {
				if (keyword.syntax().rereadsLine()) {
					rereading.add(keyword.name());
				}
				if (block != catalog.root()) {
					elsewhere.add(keyword.name());
				}
			}
		}
		Set<String> rootBlocks = new HashSet<>();
		for (Keyword keyword : catalog.root().keywords()) {
			if (keyword.block() != null && !elsewhere.contains(keyword.name())) {
				rootBlocks.add(keyword.name());
			}
		}
		return new Vocabulary(catalog, Set.copyOf(rereading), Set.copyOf(rootBlocks));
	}
}
