package org.kaconf.lang.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lang.catalog.ValueProblem.Finding;
import org.kaconf.lang.catalog.ValueProblem.Kind;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/**
 * An IP address, a network, or a range of addresses: {@code 192.0.2.1}, {@code 192.0.2.0/28}, {@code 192.0.2.1-20}, {@code 2001:db8::1-ff},
 * {@code 192.0.2.1-192.0.3.9}. The last byte is what a short end stands for, in IPv6 the last two.
 */
record AddressRangeType() implements ArgumentType {
	private static final Pattern FORM = Pattern.compile("([^/-]+)(?:/([^/-]+)|-([^/-]+))?");
	private static final int HEXADECIMAL = 16;

	static ArgumentType read(Row row) {
		return new AddressRangeType();
	}

	@Override
	public String id() {
		return "addressRange";
	}

	@Override
	public Optional<Finding> check(String word) {
		Matcher form = FORM.matcher(word);
		Optional<IpAddress> first = form.matches() ? IpAddress.parse(form.group(1)) : Optional.empty();
		if (first.isEmpty())
			return Optional.of(new Finding(Kind.WRONG_TYPE, "'" + word + "' is no address, network or range; write it like 192.0.2.1, 192.0.2.0/28 or 192.0.2.1-20"));
		if (form.group(2) != null)
			return checkLength(word, first.get(), form.group(2));
		return form.group(3) == null ? Optional.empty() : checkEnd(word, first.get(), form.group(3));
	}

	private static Optional<Finding> checkLength(String word, IpAddress address, String text) {
		int bits = address.bytes().length * Byte.SIZE;
		int length = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
		if (length < 1 || length > bits)
			return Optional.of(new Finding(Kind.OUT_OF_RANGE, "/" + text + " is no length of a network; write 1 to " + bits));
		byte[] bytes = address.bytes();
		for (int bit = length; bit < bits; bit++)
			if ((bytes[bit / Byte.SIZE] >> Byte.SIZE - 1 - bit % Byte.SIZE & 1) != 0)
				return Optional.of(new Finding(Kind.OUT_OF_RANGE, word + " is not the first address of its network; write that"));
		return Optional.empty();
	}

	private static Optional<Finding> checkEnd(String word, IpAddress first, String text) {
		boolean whole = text.contains(first.family() == Family.IPV4 ? "." : ":");
		Optional<IpAddress> last = whole ? IpAddress.parse(text).filter(address -> address.family() == first.family()) : shortEnd(first, text);
		if (last.isEmpty())
			return Optional.of(new Finding(Kind.WRONG_TYPE, "'" + text + "' is no end of a range that begins with " + first));
		int order = last.get().compareTo(first);
		return order > 0 || whole && order == 0 ? Optional.empty()
				: Optional.of(new Finding(Kind.OUT_OF_RANGE, "The range " + word + " ends before it begins; write the smaller address first"));
	}

	private static Optional<IpAddress> shortEnd(IpAddress first, String text) {
		byte[] bytes = first.bytes();
		if (first.family() == Family.IPV4) {
			if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 0xff)
				return Optional.empty();
			bytes[bytes.length - 1] = (byte) Integer.parseInt(text);
		} else {
			if (!text.matches("[0-9A-Fa-f]{1,4}"))
				return Optional.empty();
			int end = Integer.parseInt(text, HEXADECIMAL);
			bytes[bytes.length - 2] = (byte) (end >> Byte.SIZE);
			bytes[bytes.length - 1] = (byte) end;
		}
		return Optional.of(IpAddress.of(bytes));
	}
}
