package org.kaconf.lang.catalog;

import java.math.BigDecimal;
import java.util.Optional;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/**
 * A number with a limited number of decimal places.
 *
 * @param places how many digits may follow the point
 */
record DecimalType(Range range, int places) implements ArgumentType {

	static ArgumentType read(Row row) {
		return new DecimalType(row.range(), row.integer("places", 6));
	}

	@Override
	public String id() {
		return "decimal";
	}

	@Override
	public String label(String name) {
		return range.isUnlimited() ? name : name + "(" + range + ")";
	}

	@Override
	public Optional<Finding> check(String word) {
		Optional<BigDecimal> number = NumberText.decimal(word);
		if (number.isEmpty())
			return Optional.of(new Finding(Kind.WRONG_TYPE, "'" + word + "' is not a decimal number"
					+ (range.isUnlimited() ? "" : "; write one " + range.inWords())));
		if (!range.contains(number.get()))
			return Optional.of(new Finding(Kind.OUT_OF_RANGE, word + " is out of range; write a number " + range.inWords()));
		if (number.get().stripTrailingZeros().scale() > places)
			return Optional.of(new Finding(Kind.WRONG_TYPE,
					word + " has too many decimal places; at most " + places + " are read"));
		return Optional.empty();
	}
}
