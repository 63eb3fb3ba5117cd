package org.kaconf.lang.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;

/**
 * A whole number or two of them with a dash between, {@code 5} or {@code 1-9}.
 *
 * @param limits what both numbers must lie within
 * @param both   whether there must be two
 */
record RangeType(Range limits, boolean both) implements ArgumentType {
	private static final Pattern FORM = Pattern.compile("([0-9]+)(?:-([0-9]+))?");

	static ArgumentType read(Row row) {
		return new RangeType(row.range(), row.flag("both"));
	}

	@Override
	public String id() {
		return "range";
	}

	@Override
	public String label(String name) {
		String form = both ? name : name + "[-" + name + "]";
		return limits.isUnlimited() ? form : form + "(" + limits + ")";
	}

	@Override
	public Optional<Finding> check(String word) {
		Matcher matcher = FORM.matcher(word);
		if (!matcher.matches())
			return Optional.of(new Finding(Kind.WRONG_TYPE, "'" + word + "' is neither a number nor a range; write it like 5 or 1-9"));
		if (both && matcher.group(2) == null)
			return Optional.of(new Finding(Kind.WRONG_TYPE, "'" + word + "' is not a range; write it like " + word + "-" + word));
		BigDecimal first = new BigDecimal(matcher.group(1));
		BigDecimal last = matcher.group(2) == null ? first : new BigDecimal(matcher.group(2));
		if (!limits.contains(first) || !limits.contains(last))
			return Optional.of(new Finding(Kind.OUT_OF_RANGE, word + " is out of range; write numbers " + limits.inWords()));
		if (first.compareTo(last) > 0)
			return Optional.of(new Finding(Kind.OUT_OF_RANGE, word + " is empty; write the smaller number first"));
		return Optional.empty();
	}
}
