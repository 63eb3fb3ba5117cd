package org.kaconf.lang.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Cardinality;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.kaconf.Block;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.Origins;

/** Reads the statements of a kind of block into something of type T: a table of what each keyword does. */
final class BlockReader<T> {
	private final String kind;
	private final Map<String, BiConsumer<T, Line>> setters = new HashMap<>();
	private final Set<String> ownOrder = new HashSet<>();

	/** @param kind id of the kind in the catalog */
	BlockReader(String kind) {
		this.kind = kind;
	}

	/** What a keyword does; of those of which the first wins, only the first is seen. */
	BlockReader<T> on(String keyword, BiConsumer<T, Line> setter) {
		setters.put(keyword, setter);
		return this;
	}

	/** What a keyword does that decides itself which of several wins. */
	BlockReader<T> onEvery(String keyword, BiConsumer<T, Line> setter) {
		ownOrder.add(keyword);
		return on(keyword, setter);
	}

	/** Reads a block; a missing one has no statements. */
	void read(Block block, T target, Origins.Builder origins, Context context) {
		read(block == null ? List.of() : block.getStatements(), target, origins, context);
	}

	void read(List<Statement> statements, T target, Origins.Builder origins, Context context) {
		Optional<BlockKind> rows = context.catalog().find(kind);
		Set<String> seen = new HashSet<>();
		for (Statement statement : statements) {
			Optional<Keyword> row = Optional.ofNullable(statement.getKeyword()).flatMap(name -> rows.flatMap(k -> k.keyword(name)));
			if (row.isPresent()) {
				Keyword keyword = row.get();
				String name = keyword.aliasOf() == null ? keyword.name() : keyword.aliasOf();
				BiConsumer<T, Line> setter = setters.get(name);
				if (setter == null) {
					context.unread().add(kind, name);
				}
				boolean again = !seen.add(name) && keyword.cardinality() == Cardinality.FIRST_WINS && !ownOrder.contains(name);
				if (setter != null && !again) {
					Line line = new Line(statement, keyword, context);
					setter.accept(target, line);
					origins.add(name, line.valueOrigin());
				}
			}
		}
	}
}
