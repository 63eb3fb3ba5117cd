package org.kaconf.vrrp.packet;

import java.util.HexFormat;
import org.kaconf.model.Family;

/** The six bytes of an Ethernet address, in the lower 48 bits. */
public record MacAddress(long bits) {
	public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);
	static final int BYTES = 6;
	private static final long VIRTUAL_IPV4 = 0x0000_5e00_0100L;
	private static final long VIRTUAL_IPV6 = 0x0000_5e00_0200L;

	/** @param bytes six bytes in network order */
	public static MacAddress of(byte[] bytes) {
		if (bytes.length != BYTES) {
			throw new IllegalArgumentException("an Ethernet address has six bytes, not " + bytes.length);
		}
		long bits = 0;
		for (byte b : bytes) {
			bits = bits << 8 | b & 0xff;
		}
		return new MacAddress(bits);
	}

	/** The address of a virtual router: 00-00-5E-00-01-{VRID}, over IPv6 00-00-5E-00-02-{VRID} (RFC 9568, 7.3). */
	public static MacAddress virtual(int virtualRouterId, Family family) {
		return new MacAddress((family == Family.IPV4 ? VIRTUAL_IPV4 : VIRTUAL_IPV6) | virtualRouterId & 0xff);
	}

	public byte[] bytes() {
		byte[] bytes = new byte[BYTES];
		for (int i = 0; i < BYTES; i++) {
			bytes[i] = (byte) (bits >>> 8 * (BYTES - 1 - i));
		}
		return bytes;
	}

	@Override
	public String toString() {
		return HexFormat.ofDelimiter(":").formatHex(bytes());
	}
}
