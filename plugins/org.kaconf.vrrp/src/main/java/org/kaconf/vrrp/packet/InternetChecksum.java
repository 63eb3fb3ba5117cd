package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/** The checksum of IP, ICMP and VRRP: the one's complement of the one's complement sum of all 16 bit words (RFC 1071). */
final class InternetChecksum {
	private InternetChecksum() {
	}

	/** Adds bytes to a running sum; an odd last byte counts as the upper half of a word. */
	static long add(long sum, ByteBuffer bytes, int from, int to) {
		int i = from;
		for (; i + 1 < to; i += 2) {
			sum += (bytes.get(i) & 0xff) << 8 | bytes.get(i + 1) & 0xff;
		}
		return i < to ? sum + ((bytes.get(i) & 0xff) << 8) : sum;
	}

	/** Adds the pseudo-header of RFC 8200, 8.1, which over IPv4 is that of RFC 5798, 5.2.8; keepalived demands it, though RFC 9568 has none there. */
	static long addPseudoHeader(long sum, IpAddress source, IpAddress destination, int protocol, int length) {
		return addAddress(addAddress(sum, source), destination) + protocol + length;
	}

	private static long addAddress(long sum, IpAddress address) {
		long words = words(address.low());
		return sum + (address.family() == Family.IPV4 ? words : words + words(address.high()));
	}

	private static long words(long value) {
		return (value >>> 48) + (value >>> 32 & 0xffff) + (value >>> 16 & 0xffff) + (value & 0xffff);
	}

	/** The checksum field for a sum taken with that field zero. A sum taken with the field in place is right when this is 0. */
	static int finish(long sum) {
		long folded = sum;
		while (folded >>> 16 != 0) {
			folded = (folded & 0xffff) + (folded >>> 16);
		}
		return (int) ~folded & 0xffff;
	}
}
