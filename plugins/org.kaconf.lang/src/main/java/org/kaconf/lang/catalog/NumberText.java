package org.kaconf.lang.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers the way keepalived does (strtol in base 10, its own decimal reader), lexical rule R15. */
final class NumberText {
	private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?[0-9]+");
	private static final Pattern ANY_BASE = Pattern.compile("\\s*[+-]?(0[xX][0-9a-fA-F]+|[0-9]+)");
	private static final Pattern DECIMAL = Pattern.compile("\\s*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

	private NumberText() {
	}

	static Optional<BigDecimal> integer(String word) {
		return INTEGER.matcher(word).matches() ? Optional.of(new BigDecimal(word.strip())) : Optional.empty();
	}

	/** Base 10, 16 after {@code 0x}, 8 after {@code 0}: routing tables, marks, preferences. */
	static Optional<BigDecimal> anyBase(String word) {
		if (!ANY_BASE.matcher(word).matches())
			return Optional.empty();
		try {
			return Optional.of(BigDecimal.valueOf(Long.decode(word.strip())));
		} catch (NumberFormatException e) {
			return Optional.empty(); // an 8 or 9 in an octal number, or more than 64 bits
		}
	}

	static Optional<BigDecimal> decimal(String word) {
		if (!DECIMAL.matcher(word).matches())
			return Optional.empty();
		String text = word.strip();
		return Optional.of(new BigDecimal(text.endsWith(".") ? text + "0" : text));
	}
}
