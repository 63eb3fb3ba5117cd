package org.kaconf.runtime.linux;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;

/** A netlink socket and the reading of its messages. */
abstract class NetlinkSocket extends Socket {
	static final int NEW_LINK = 16;
	static final int DELETE_LINK = 17;
	static final int GET_LINK = 18;
	static final int NEW_ADDRESS = 20;
	static final int DELETE_ADDRESS = 21;
	static final int GET_ADDRESS = 22;
	static final int ATTRIBUTE_ADDRESS = 1;
	static final int ATTRIBUTE_LOCAL = 2;
	static final int ATTRIBUTE_LABEL = 3;
	static final int ATTRIBUTE_BROADCAST = 4;
	static final int ATTRIBUTE_FLAGS = 8;
	/** IFA_F_DADFAILED, IFA_F_TENTATIVE and IFA_F_OPTIMISTIC. */
	private static final int DUPLICATE = 0x08;
	private static final int TENTATIVE = 0x40;
	private static final int OPTIMISTIC = 0x04;
	static final int NETLINK_ROUTE = 0;
	private static final int ATTRIBUTE_HARDWARE_ADDRESS = 1;
	private static final int ATTRIBUTE_INTERFACE_NAME = 3;
	static final int ATTRIBUTE_LINK_INFO = 18;
	static final int INFO_KIND = 1;
	/** IFF_UP and IFF_RUNNING. */
	private static final int UP_AND_RUNNING = 0x1 | 0x40;
	private static final int RECEIVE_BYTES = 1 << 16;

	private final MemorySegment input = Kernel.allocate(RECEIVE_BYTES);
	private final ByteBuffer buffer = input.asByteBuffer().order(ByteOrder.nativeOrder());

	/** @param groups bit mask of the multicast groups to hear */
	NetlinkSocket(int protocol, int groups) throws LinuxException {
		super(SocketAddresses.AF_NETLINK, SOCK_RAW, protocol, "cannot open a netlink socket");
		bind(SocketAddresses.netlink(groups), "cannot bind a netlink socket");
	}

	/** Called for each message; the buffer stands after the header and ends with the message. */
	interface MessageHandler {
		void message(int type, int sequence, ByteBuffer body);
	}

	/** Takes what is there, one datagram. @return the bytes taken or the negative errno */
	final long receiveMessages(MessageHandler handler) {
		return handle(receive(input), handler);
	}

	/** Takes an answer that must be there, one datagram. @return the bytes taken or the negative errno */
	final long receiveAnswers(MessageHandler handler) {
		return handle(receiveAwaited(input), handler);
	}

	private long handle(long bytes, MessageHandler handler) {
		int position = 0;
		while (bytes - position >= NetlinkMessage.HEADER_BYTES) {
			int length = buffer.getInt(position);
			if (length < NetlinkMessage.HEADER_BYTES || length > bytes - position) {
				break;
			}
			ByteBuffer body = buffer.slice(position + NetlinkMessage.HEADER_BYTES, length - NetlinkMessage.HEADER_BYTES).order(ByteOrder.nativeOrder());
			handler.message(Short.toUnsignedInt(buffer.getShort(position + 4)), buffer.getInt(position + 8), body);
			position += align(length);
		}
		return bytes;
	}

	/** Reads struct ifinfomsg and its attributes. */
	static Link readLink(ByteBuffer body) {
		int index = body.getInt(4);
		boolean up = (body.getInt(8) & UP_AND_RUNNING) == UP_AND_RUNNING;
		byte[] hardwareAddress = attribute(body, 16, ATTRIBUTE_HARDWARE_ADDRESS);
		byte[] name = attribute(body, 16, ATTRIBUTE_INTERFACE_NAME);
		return new Link(index, text(name), hardwareAddress == null ? new byte[0] : hardwareAddress, kind(body), up);
	}

	private static String kind(ByteBuffer body) {
		byte[] information = attribute(body, 16, ATTRIBUTE_LINK_INFO);
		return information == null ? "" : text(attribute(ByteBuffer.wrap(information).order(ByteOrder.nativeOrder()), 0, INFO_KIND));
	}

	/** Reads struct ifaddrmsg and its attributes. @return {@code null} for a family other than IPv4 and IPv6 */
	static LinkAddress readAddress(ByteBuffer body) {
		byte[] address = attribute(body, 8, ATTRIBUTE_LOCAL);
		if (address == null) {
			address = attribute(body, 8, ATTRIBUTE_ADDRESS);
		}
		if (address == null || address.length != 4 && address.length != 16) {
			return null;
		}
		byte[] flags = attribute(body, 8, ATTRIBUTE_FLAGS);
		int bits = flags == null ? Byte.toUnsignedInt(body.get(2)) : ByteBuffer.wrap(flags).order(ByteOrder.nativeOrder()).getInt();
		boolean usable = (bits & DUPLICATE) == 0 && ((bits & TENTATIVE) == 0 || (bits & OPTIMISTIC) != 0);
		return new LinkAddress(body.getInt(4), new IpPrefix(IpAddress.of(address), Byte.toUnsignedInt(body.get(1))), usable);
	}

	private static byte[] attribute(ByteBuffer body, int start, int wanted) {
		for (int at = start; at + 4 <= body.limit();) {
			int length = Short.toUnsignedInt(body.getShort(at));
			if (length < 4 || at + length > body.limit()) {
				return null;
			}
			if (Short.toUnsignedInt(body.getShort(at + 2)) == wanted) {
				byte[] value = new byte[length - 4];
				body.get(at + 4, value);
				return value;
			}
			at += align(length);
		}
		return null;
	}

	private static String text(byte[] zeroEnded) {
		if (zeroEnded == null) {
			return "";
		}
		int length = zeroEnded.length;
		return new String(zeroEnded, 0, length > 0 && zeroEnded[length - 1] == 0 ? length - 1 : length, StandardCharsets.UTF_8);
	}

	private static int align(int length) {
		return length + 3 & ~3;
	}
}
