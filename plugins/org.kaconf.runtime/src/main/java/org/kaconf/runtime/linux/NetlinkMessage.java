package org.kaconf.runtime.linux;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Builds netlink messages (include/uapi/linux/netlink.h) one behind the other; all numbers are in the machine's byte order where no other is said. The
 * memory is used again after {@link #clear}, so that a message costs none.
 */
final class NetlinkMessage {
	static final int REQUEST = 0x1;
	static final int ACK = 0x4;
	static final int DUMP = 0x300;
	static final int REPLACE = 0x100;
	static final int EXCLUSIVE = 0x200;
	static final int CREATE = 0x400;
	static final int APPEND = 0x800;
	static final int HEADER_BYTES = 16;
	private static final int NESTED = 0x8000;
	/** More than the largest message that is sent: the routes of many next hops, a set of 255 addresses. */
	private static final int CAPACITY = 1 << 15;

	private final MemorySegment segment = Kernel.allocate(CAPACITY);
	private final ByteBuffer buffer = segment.asByteBuffer().order(ByteOrder.nativeOrder());
	private int start;

	NetlinkMessage clear() {
		buffer.clear();
		return this;
	}

	/** Begins a message. */
	NetlinkMessage begin(int type, int flags, int sequence) {
		start = buffer.position();
		buffer.putInt(0).putShort((short) type).putShort((short) flags).putInt(sequence).putInt(0);
		return this;
	}

	/** Ends the message that was begun last: fills in its length. */
	NetlinkMessage end() {
		buffer.putInt(start, buffer.position() - start);
		return this;
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

	/** Appends an attribute, padded to four bytes. */
	NetlinkMessage attribute(int type, byte[] value) {
		buffer.putShort((short) (4 + value.length)).putShort((short) type).put(value);
		return pad();
	}

	/** A text with a zero byte at its end. */
	NetlinkMessage attribute(int type, String text) {
		return attribute(type, (text + "\0").getBytes(StandardCharsets.UTF_8));
	}

	NetlinkMessage attribute(int type, int value) {
		buffer.putShort((short) 8).putShort((short) type).putInt(value);
		return this;
	}

	NetlinkMessage byteAttribute(int type, int value) {
		buffer.putShort((short) 5).putShort((short) type).put((byte) value);
		return pad();
	}

	NetlinkMessage shortAttribute(int type, int value) {
		buffer.putShort((short) 6).putShort((short) type).putShort((short) value);
		return pad();
	}

	/** A number in network byte order, as netfilter wants it. */
	NetlinkMessage networkOrderAttribute(int type, int value) {
		return attribute(type, ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value));
	}

	/** An attribute that consists of those that the content appends. */
	NetlinkMessage nested(int type, Runnable content) {
		int at = buffer.position();
		buffer.putShort((short) 0).putShort((short) (type | NESTED));
		content.run();
		setLength(at);
		return this;
	}

	/** Where the next byte goes, for {@link #setLength}. */
	int position() {
		return buffer.position();
	}

	/** Writes the length of a structure that began at a position, and ends here, to its first two bytes. */
	void setLength(int from) {
		buffer.putShort(from, (short) (buffer.position() - from));
	}

	/** All messages so far. */
	MemorySegment bytes() {
		return segment.asSlice(0, buffer.position());
	}

	private NetlinkMessage pad() {
		while (buffer.position() % 4 != 0) {
			buffer.put((byte) 0);
		}
		return this;
	}
}
