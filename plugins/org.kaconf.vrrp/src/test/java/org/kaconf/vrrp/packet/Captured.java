package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.kaconf.model.IpAddress;

/** A packet as it was captured, from its IP header on. */
record Captured(byte[] bytes) {
	private static final int IPV6_BYTES = 40;

	static Captured of(String hex) {
		return new Captured(Bytes.of(hex));
	}

	private boolean isIpv4() {
		return bytes[0] >> 4 == 4;
	}

	ByteBuffer packet() {
		return ByteBuffer.wrap(bytes);
	}

	boolean hasAuthenticationHeader() {
		return isIpv4() && bytes[9] == HeaderAuthentication.PROTOCOL;
	}

	Envelope envelope() {
		return isIpv4() ? new Envelope(address(12, 4), address(16, 4), bytes[8] & 0xff, address(16, 4))
				: new Envelope(address(8, 16), address(24, 16), bytes[7] & 0xff, address(24, 16));
	}

	private IpAddress address(int from, int length) {
		return IpAddress.of(Arrays.copyOfRange(bytes, from, from + length));
	}

	ByteBuffer payload() {
		int header = isIpv4() ? Ipv4Header.length(packet()) : IPV6_BYTES;
		return packet().position(header + (hasAuthenticationHeader() ? HeaderAuthentication.BYTES : 0));
	}

	Decoded decode() {
		return PacketCodec.decode(payload(), envelope());
	}
}
