package org.kaconf.runtime.linux;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds one netlink message (include/uapi/linux/netlink.h, rtnetlink.h); all numbers but addresses are in the machine's byte order. */
final class NetlinkMessage {
	static final int REQUEST = 0x1;
	static final int ACK = 0x4;
	static final int DUMP = 0x300;
	static final int REPLACE = 0x100;
	static final int CREATE = 0x400;
	static final int HEADER_BYTES = 16;

	private final MemorySegment segment = Kernel.allocate(512);
	private final ByteBuffer buffer = segment.asByteBuffer().order(ByteOrder.nativeOrder());

	NetlinkMessage(int type, int flags, int sequence) {
		buffer.putInt(0).putShort((short) type).putShort((short) flags).putInt(sequence).putInt(0);
	}

	NetlinkMessage putByte(int value) {
		buffer.put((byte) value);
		return this;
	}

	NetlinkMessage putShort(int value) {
		buffer.putShort((short) value);
		return this;
	}

	NetlinkMessage putInt(int value) {
		buffer.putInt(value);
		return this;
	}

	/** Appends a routing attribute, padded to four bytes. */
	NetlinkMessage attribute(int type, byte[] value) {
		buffer.putShort((short) (4 + value.length)).putShort((short) type).put(value);
		while (buffer.position() % 4 != 0) {
			buffer.put((byte) 0);
		}
		return this;
	}

	NetlinkMessage attribute(int type, String text) {
		return attribute(type, (text + "\0").getBytes(StandardCharsets.UTF_8));
	}

	/** Fills in the length. */
	MemorySegment finish() {
		buffer.putInt(0, buffer.position());
		return segment.asSlice(0, buffer.position());
	}
}
