package org.kaconf.lang.catalog;

import java.util.List;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/** A truth value, in lower case only (lexical rule R16). */
record BooleanType() implements ArgumentType {
	private static final List<String> VALUES = List.of("yes", "no", "on", "off", "true", "false");

	static ArgumentType read(Row row) {
		return new BooleanType();
	}

	@Override
	public String id() {
		return "boolean";
	}

	@Override
	public String label(String name) {
		return "yes|no";
	}

	@Override
	public List<String> values() {
		return VALUES;
	}

	@Override
	public Optional<Finding> check(String word) {
		if (VALUES.contains(word))
			return Optional.empty();
		return Optional.of(new Finding(Kind.NOT_ONE_OF, "'" + word + "' is neither true nor false; write yes, on, true, no, off or false, in lower case"));
	}
}
