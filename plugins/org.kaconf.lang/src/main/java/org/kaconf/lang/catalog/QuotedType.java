package org.kaconf.lang.catalog;

import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;

/** Text in which quotes and backslash escapes count, such as a regular expression. */
record QuotedType() implements ArgumentType {

	static ArgumentType read(Row row) {
		return new QuotedType();
	}

	@Override
	public String id() {
		return "quoted";
	}

	@Override
	public boolean rereadsLine() {
		return true;
	}

	@Override
	public Optional<Finding> check(String word) {
		return Optional.empty();
	}
}
