package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Hexadecimal text to bytes and back; blanks are for the reader only. */
final class Bytes {
	private Bytes() {
	}

	static byte[] of(String hex) {
		return HexFormat.of().parseHex(hex.replace(" ", ""));
	}

	static ByteBuffer buffer(String hex) {
		return ByteBuffer.wrap(of(hex));
	}

	/** The bytes from the start to the position, or to the limit when the position is 0. */
	static String hex(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.position() == 0 ? buffer.limit() : buffer.position()];
		buffer.get(0, bytes);
		return HexFormat.of().formatHex(bytes);
	}

	static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(bytes);
	}
}
