package org.kaconf.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.kaconf.Block;
import org.kaconf.lang.kaconf.NamedStatement;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.Value;

/** Which row of the catalog speaks of an element of a tree. */
public final class BlockKinds {
	private BlockKinds() {
	}

	/** The kind of block an element stands in; for a block, the kind it is itself. Empty inside blocks the catalog does not know. */
	public static Optional<BlockKind> of(EObject element, Catalog catalog) {
		if (element instanceof Block block) {
			return block.eContainer() instanceof Statement statement ? opened(statement, catalog) : Optional.empty();
		}
		EObject container = element.eContainer();
		return container == null ? Optional.of(catalog.root()) : container instanceof Statement ? of(container, catalog)
				: container instanceof Block ? of(container, catalog) : Optional.of(catalog.root());
	}

	/** The kind of block a statement opens, whether or not it does so here. */
	public static Optional<BlockKind> opened(Statement statement, Catalog catalog) {
		return keyword(statement, catalog).flatMap(keyword -> catalog.opened(keyword, keyword.variants().isEmpty() ? List.of() : words(statement)));
	}

	/** The catalog's row of a statement; empty for an unknown keyword and for an entry of a value block. */
	public static Optional<Keyword> keyword(Statement statement, Catalog catalog) {
		return statement.getKeyword() == null ? Optional.empty() : of(statement, catalog).flatMap(kind -> kind.keyword(statement.getKeyword()));
	}

	/** The words behind the keyword of a statement, its name included, without quotes. */
	public static List<String> words(Statement statement) {
		List<String> words = new ArrayList<>(statement.getValues().size() + 1);
		if (statement instanceof NamedStatement named && named.getName() != null) {
			words.add(named.getName());
		}
		for (Value value : statement.getValues()) {
			words.add(value.getText());
		}
		return words;
	}
}
