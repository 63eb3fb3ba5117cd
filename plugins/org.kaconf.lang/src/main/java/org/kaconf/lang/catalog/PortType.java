package org.kaconf.lang.catalog;

import java.math.BigDecimal;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;

/** A port number; service names are not looked up by keepalived. */
record PortType(IntegerType number) implements ArgumentType {

	static ArgumentType read(Row row) {
		return new PortType(new IntegerType(new Range(BigDecimal.valueOf(row.integer("min", 1)), BigDecimal.valueOf(65535)), false));
	}

	@Override
	public String id() {
		return "port";
	}

	@Override
	public Optional<Finding> check(String word) {
		return number.check(word);
	}
}
