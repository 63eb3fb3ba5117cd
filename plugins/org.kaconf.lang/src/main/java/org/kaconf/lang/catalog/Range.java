package org.kaconf.lang.catalog;

import java.math.BigDecimal;

/**
 * The smallest and greatest number accepted, both included; null where there is no limit.
 */
record Range(BigDecimal min, BigDecimal max) {

	boolean contains(BigDecimal number) {
		return (min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0);
	}

	boolean isUnlimited() {
		return min == null && max == null;
	}

	/** {@code 1..255}, {@code 0..}, {@code ..19}. */
	@Override
	public String toString() {
		return text(min) + ".." + text(max);
	}

	/** For a message: {@code from 1 to 255}. */
	String inWords() {
		if (max == null)
			return text(min) + " or more";
		return min == null ? text(max) + " or less" : "from " + text(min) + " to " + text(max);
	}

	private static String text(BigDecimal number) {
		return number == null ? "" : number.toPlainString();
	}
}
