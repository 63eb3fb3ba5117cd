package org.kaconf.runtime.tracking;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number at the beginning of a tracked file, read as keepalived does by strtol(3): decimal, 0x for hexadecimal, 0 for octal. */
final class FileNumber {
	private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9]\\d*)).*", Pattern.DOTALL);

	private FileNumber() {
	}

	/** @return 0 for a text without a number; empty for one that is out of range, which does not count */
	static OptionalInt parse(String text) {
		Matcher number = NUMBER.matcher(text);
		if (!number.matches()) {
			return OptionalInt.of(0);
		}
		try {
			long value = number.group(2) != null ? Long.parseLong(number.group(2), 16) : number.group(3) != null ? Long.parseLong(number.group(3), 8)
					: Long.parseLong(number.group(4));
			return OptionalInt.of(Math.toIntExact(number.group(1).equals("-") ? -value : value));
		} catch (ArithmeticException | NumberFormatException tooLarge) {
			return OptionalInt.empty();
		}
	}
}
