package org.kaconf.lang.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.kaconf.lang.Regions;
import org.kaconf.lang.catalog.Argument;
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
	/** Options with values that can be used. */
	private final Map<String, String> options = new HashMap<>();
	/** Values of options, whatever they are. */
	private final Map<String, String> written = new HashMap<>();

	private EntryLine(Statement statement, BlockKind kind, Context context) {
		this.statement = statement;
		this.context = context;
		List<String> words = statement.getValues().stream().map(v -> v.getText()).toList();
		for (int i = 0; i < words.size(); i++) {
			Optional<Option> option = option(kind, words.get(i));
			if (option.isPresent()) {
				i = arguments(option.get(), words, i);
			}
		}
	}

	private static Optional<Option> option(BlockKind kind, String word) {
		return kind.entry().flatMap(entry -> entry.syntax().option(word));
	}

	/** Reads an option. The optional words behind its value, such as the {@code reverse} of a weight, count as options of their own. @return index of its last word */
	private int arguments(Option option, List<String> words, int at) {
		int last = at;
		String name = option.aliasOf() == null ? option.word() : option.aliasOf();
		for (Argument argument : option.arguments()) {
			boolean usable = last + 1 < words.size() && argument.type().check(words.get(last + 1)).isEmpty();
			if (argument.optional() && usable) {
				options.put(words.get(++last), "");
			} else if (!argument.optional() && last + 1 < words.size()) {
				written.put(name, words.get(++last));
				if (usable) {
					options.put(name, words.get(last));
				}
			}
		}
		if (option.arguments().isEmpty()) {
			options.put(name, "");
		}
		return last;
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

	/** All words of the line. */
	List<String> allWords() {
		List<String> all = new ArrayList<>(words());
		all.addFirst(subject());
		return all;
	}

	/** The words behind the subject. */
	List<String> words() {
		return statement.getValues().stream().map(v -> v.getText()).toList();
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

	/** The value of an option as written, {@code null} when it is not there. */
	String written(String option) {
		return written.get(option);
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
