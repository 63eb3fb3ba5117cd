package org.kaconf.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Durations as people read them. */
public final class Seconds {
	private Seconds() {
	}

	/** Rounded up to tenths of a second, below one second to milliseconds, so that "at most" stays true: {@code 12.7 s}, {@code 362 ms}. */
	public static String atMost(Duration duration) {
		if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
			return decimal(duration).movePointRight(3).setScale(0, RoundingMode.CEILING).toPlainString() + " ms";
		}
		return decimal(duration).setScale(1, RoundingMode.CEILING).toPlainString() + " s";
	}

	/** Rounded to milliseconds: {@code 6.610 s}. */
	public static String exact(Duration duration) {
		return decimal(duration).setScale(3, RoundingMode.HALF_UP).toPlainString() + " s";
	}

	private static BigDecimal decimal(Duration duration) {
		return BigDecimal.valueOf(duration.toNanos(), 9);
	}
}
