package org.kaconf.lang.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.kaconf.lang.Regions;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Option;
import org.kaconf.lang.kaconf.Block;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;

/** A line of a value block: what it is about and the options behind it. */
final class EntryLine {
	private final Statement statement;
	private final Context context;
	private final Map<String, String> options = new HashMap<>();

	private EntryLine(Statement statement, BlockKind kind, Context context) {
		this.statement = statement;
		this.context = context;
		List<String> words = statement.getValues().stream().map(v -> v.getText()).toList();
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			Optional<Option> option = kind.entry().flatMap(e -> e.syntax().option(word));
			if (option.isPresent()) {
				String value = "";
				if (!option.get().arguments().isEmpty() && i + 1 < words.size()) {
					value = words.get(++i);
				}
				boolean usable = option.get().arguments().isEmpty() || option.get().arguments().getFirst().type().check(value).isEmpty();
				if (usable) {
					options.put(option.get().aliasOf() == null ? word : option.get().aliasOf(), value);
				}
			}
		}
	}

	/** Reads the lines of a value block that opened behind a keyword. */
	static void read(Block block, String kind, Context context, Consumer<EntryLine> consumer) {
		BlockKind row = context.kind(kind);
		if (block != null) {
			block.getStatements().stream().filter(s -> s.getKeyword() != null).forEach(s -> consumer.accept(new EntryLine(s, row, context)));
		}
	}

	/** All words of the lines of a value block that holds several entries a line. */
	static List<String> words(Block block) {
		List<String> words = new ArrayList<>();
		if (block != null) {
			for (Statement statement : block.getStatements()) {
				if (statement.getKeyword() != null) {
					words.add(statement.getKeyword());
					statement.getValues().forEach(v -> words.add(v.getText()));
				}
			}
		}
		return words;
	}

	String subject() {
		return statement.getKeyword();
	}

	boolean has(String option) {
		return options.containsKey(option);
	}

	/** The value of an option that is there and can be used; else {@code null}. */
	String option(String option) {
		return options.get(option);
	}

	Optional<Integer> number(String option) {
		return Optional.ofNullable(options.get(option)).flatMap(Numbers::parse).map(Numbers::toInt);
	}

	Optional<IpAddress> address() {
		return IpAddress.parse(subject());
	}

	Origin origin() {
		return context.places().of(Regions.head(statement));
	}

	Origins origins() {
		Origins.Builder origins = Origins.at(origin());
		options.keySet().forEach(option -> origins.add(option, origin()));
		return origins.build();
	}
}
