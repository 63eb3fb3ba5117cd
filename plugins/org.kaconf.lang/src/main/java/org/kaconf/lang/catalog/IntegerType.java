package org.kaconf.lang.catalog;

import java.math.BigDecimal;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/** A whole number; base 10, or any of C's bases where keepalived reads it with base 0. */
record IntegerType(Range range, boolean anyBase) implements ArgumentType {

	static ArgumentType read(Row row) {
		return new IntegerType(row.range(), row.flag("anyBase"));
	}

	@Override
	public String id() {
		return "integer";
	}

	@Override
	public String label(String name) {
		return range.isUnlimited() ? name : name + "(" + range + ")";
	}

	@Override
	public Optional<Finding> check(String word) {
		Optional<BigDecimal> number = anyBase ? NumberText.anyBase(word) : NumberText.integer(word);
		if (number.isEmpty())
			return Optional.of(new Finding(Kind.WRONG_TYPE, "'" + word + "' is not a whole number"
					+ (range.isUnlimited() ? "" : "; write one " + range.inWords())));
		if (!range.contains(number.get()))
			return Optional.of(new Finding(Kind.OUT_OF_RANGE, word + " is out of range; write a number " + range.inWords()));
		return Optional.empty();
	}
}
