package org.kaconf.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address with the length of its network prefix.
 *
 * @param length 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record IpPrefix(IpAddress address, int length) {
	private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

	public IpPrefix {
		if (length < 0 || length > address.family().bits()) {
			throw new IllegalArgumentException("prefix length " + length + " does not fit " + address);
		}
	}

	/** Reads {@code address} or {@code address/length}; without a length the prefix is the single host. */
	public static Optional<IpPrefix> parse(String text) {
		int slash = text.indexOf('/');
		if (slash < 0) {
			return IpAddress.parse(text).map(a -> new IpPrefix(a, a.family().bits()));
		}
		String length = text.substring(slash + 1);
		if (!LENGTH.matcher(length).matches()) {
			return Optional.empty();
		}
		int bits = Integer.parseInt(length);
		return IpAddress.parse(text.substring(0, slash)).filter(a -> bits <= a.family().bits()).map(a -> new IpPrefix(a, bits));
	}

	/** Reads a prefix that is known to be one. @throws IllegalArgumentException when it is not */
	public static IpPrefix of(String text) {
		return parse(text).orElseThrow(() -> new IllegalArgumentException("not an address with prefix length: " + text));
	}

	@Override
	public String toString() {
		return address + "/" + length;
	}
}
