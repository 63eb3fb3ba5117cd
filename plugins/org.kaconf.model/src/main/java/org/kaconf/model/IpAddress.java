package org.kaconf.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address as a value. An IPv4 address is held in the lower 32 bits of {@code low}.
 *
 * @param high the first eight bytes of an IPv6 address; 0 for IPv4
 * @param low the last eight bytes of an IPv6 address, or the IPv4 address
 */
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {
	private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

	/** Reads a literal as {@code inet_pton} does: no host names, no zone, no short IPv4 forms. */
	public static Optional<IpAddress> parse(String text) {
		if (IPV4.matcher(text).matches()) {
			long value = 0;
			for (String part : text.split("\\.")) {
				value = value << 8 | Integer.parseInt(part);
			}
			return Optional.of(new IpAddress(Family.IPV4, 0, value));
		}
		if (!IPV6.matcher(text).matches()) {
			return Optional.empty();
		}
		try {
			// A text with a colon is taken as a literal or refused; it is never looked up.
			return Optional.of(of(InetAddress.getByName("[" + text + "]"), Family.IPV6));
		} catch (UnknownHostException notAnAddress) {
			return Optional.empty();
		}
	}

	/** Reads a literal that is known to be one. @throws IllegalArgumentException when it is not */
	public static IpAddress of(String text) {
		return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
	}

	/** @param bytes 4 or 16 bytes in network order */
	public static IpAddress of(byte[] bytes) {
		if (bytes.length != 4 && bytes.length != 16) {
			throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
		}
		long high = 0;
		long low = 0;
		for (byte b : bytes) {
			high = high << 8 | low >>> 56;
			low = low << 8 | b & 0xff;
		}
		return new IpAddress(bytes.length == 4 ? Family.IPV4 : Family.IPV6, bytes.length == 4 ? 0 : high, low);
	}

	private static IpAddress of(InetAddress address, Family family) {
		byte[] bytes = address.getAddress();
		if (family == Family.IPV6 && bytes.length == 4) {
			// The JDK turns ::ffff:a.b.c.d into IPv4; keep what was written.
			return new IpAddress(Family.IPV6, 0, 0xffff00000000L | of(bytes).low);
		}
		return of(bytes);
	}

	/** The address in network order, 4 or 16 new bytes. */
	public byte[] bytes() {
		byte[] bytes = new byte[family.bytes()];
		for (int i = 0; i < bytes.length; i++) {
			int fromEnd = bytes.length - 1 - i;
			bytes[i] = (byte) (fromEnd < 8 ? low >>> 8 * fromEnd : high >>> 8 * (fromEnd - 8));
		}
		return bytes;
	}

	public boolean isMulticast() {
		return family == Family.IPV4 ? low >>> 28 == 0xe : high >>> 56 == 0xff;
	}

	public boolean isLinkLocal() {
		return family == Family.IPV4 ? low >>> 16 == 0xa9fe : high >>> 54 == 0x3fa;
	}

	/** IPv4 before IPv6, then by unsigned value: the order in which VRRP breaks a tie of equal priorities (RFC 9568, 6.4.3). */
	@Override
	public int compareTo(IpAddress other) {
		int byFamily = family.compareTo(other.family);
		if (byFamily != 0) {
			return byFamily;
		}
		int byHigh = Long.compareUnsigned(high, other.high);
		return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
	}

	/** Written out, as {@link #hashCode}: what a record gets for nothing is put together at its first use, and the daemon's first advert would wait for that. */
	@Override
	public boolean equals(Object other) {
		return other instanceof IpAddress address && family == address.family && high == address.high && low == address.low;
	}

	@Override
	public int hashCode() {
		return 31 * (31 * family.bits() + Long.hashCode(high)) + Long.hashCode(low);
	}

	/** Dotted decimal, or the shortest IPv6 form of RFC 5952. */
	@Override
	public String toString() {
		if (family == Family.IPV4) {
			return (low >>> 24 & 0xff) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
		}
		int[] groups = new int[8];
		for (int i = 0; i < 8; i++) {
			groups[i] = (int) ((i < 4 ? high >>> 16 * (3 - i) : low >>> 16 * (7 - i)) & 0xffff);
		}
		return compress(groups);
	}

	private static String compress(int[] groups) {
		int start = -1;
		int length = 1;
		for (int i = 0; i < 8; i++) {
			int run = 0;
			while (i + run < 8 && groups[i + run] == 0) {
				run++;
			}
			if (run > length) {
				start = i;
				length = run;
			}
			i += run;
		}
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 8; i++) {
			if (i == start) {
				text.append("::");
				i += length - 1;
				continue;
			}
			if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
				text.append(':');
			}
			text.append(Integer.toHexString(groups[i]));
		}
		return text.toString();
	}

	/** An {@link Inet6Address} or its IPv4 sibling, for the JDK's own interfaces. */
	public InetAddress toInetAddress() {
		try {
			return InetAddress.getByAddress(bytes());
		} catch (UnknownHostException impossible) {
			throw new IllegalStateException(impossible);
		}
	}
}
