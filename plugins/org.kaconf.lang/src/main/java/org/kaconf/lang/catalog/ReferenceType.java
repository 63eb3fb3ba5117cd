package org.kaconf.lang.catalog;

import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;

/** The name of something defined elsewhere. Whether it exists is the linker's business. */
record ReferenceType(NameKind kind) implements ArgumentType {

	static ArgumentType read(Row row) {
		return new ReferenceType(NameKind.of(row.string("kind")));
	}

	@Override
	public String id() {
		return "reference";
	}

	@Override
	public Optional<NameKind> refersTo() {
		return Optional.of(kind);
	}

	@Override
	public Optional<Finding> check(String word) {
		return Optional.empty();
	}
}
