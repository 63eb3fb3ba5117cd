package org.kaconf.lang.catalog;

import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/**
 * A command with its arguments in one word, therefore quoted as soon as it has arguments. keepalived splits it and
 * executes it without a shell.
 */
record ScriptType() implements ArgumentType {

	static ArgumentType read(Row row) {
		return new ScriptType();
	}

	@Override
	public String id() {
		return "script";
	}

	@Override
	public boolean rereadsLine() {
		return true;
	}

	@Override
	public Optional<Finding> check(String word) {
		if (word.isBlank())
			return Optional.of(new Finding(Kind.WRONG_TYPE, "The command is empty; write the path of a program and its arguments in quotes"));
		return Optional.empty();
	}
}
