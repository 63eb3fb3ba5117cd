package org.kaconf.lang.build;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as keepalived writes them. */
final class Numbers {
	private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
	private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,10}");
	private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1L << 32);

	private Numbers() {
	}

	static Optional<BigDecimal> parse(String word) {
		String text = word.strip();
		if (text.length() > 40 || !DECIMAL.matcher(text).matches()) {
			return Optional.empty();
		}
		return Optional.of(new BigDecimal(text.endsWith(".") ? text + "0" : text));
	}

	/** A whole number that an int holds. */
	static Optional<Integer> integer(String word) {
		return INTEGER.matcher(word).matches() ? parse(word).filter(n -> n.compareTo(BigDecimal.valueOf(toInt(n))) == 0).map(Numbers::toInt) : Optional.empty();
	}

	/** The nearest int. */
	static int toInt(BigDecimal number) {
		return number.max(BigDecimal.valueOf(Integer.MIN_VALUE)).min(BigDecimal.valueOf(Integer.MAX_VALUE)).setScale(0, RoundingMode.DOWN).intValueExact();
	}

	static Duration toSeconds(BigDecimal seconds) {
		return Duration.ofNanos(seconds.max(BigDecimal.ZERO).min(MOST_SECONDS).movePointRight(9).longValue());
	}
}
