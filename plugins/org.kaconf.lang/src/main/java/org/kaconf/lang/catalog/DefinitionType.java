package org.kaconf.lang.catalog;

import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/**
 * The name a block gets.
 *
 * @param kind      what is named
 * @param maxLength the greatest length, 0 for any
 */
record DefinitionType(NameKind kind, int maxLength) implements ArgumentType {

	static ArgumentType read(Row row) {
		return new DefinitionType(NameKind.of(row.string("kind")), row.integer("maxLength", 0));
	}

	@Override
	public String id() {
		return "definition";
	}

	@Override
	public Optional<NameKind> defines() {
		return Optional.of(kind);
	}

	@Override
	public Optional<Finding> check(String word) {
		if (word.isEmpty())
			return Optional.of(new Finding(Kind.WRONG_TYPE, "The name of a " + kind.title() + " must not be empty"));
		if (maxLength > 0 && word.length() > maxLength)
			return Optional.of(new Finding(Kind.TOO_LONG, "The name of a " + kind.title() + " has at most " + maxLength
					+ " characters, '" + word + "' has " + word.length()));
		return Optional.empty();
	}
}
