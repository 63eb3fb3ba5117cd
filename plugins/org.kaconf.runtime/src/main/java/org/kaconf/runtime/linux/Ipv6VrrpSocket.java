package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/**
 * Raw IPv6 sockets keep the IP header to themselves (RFC 3542): what of it counts travels beside the packet, both ways. The checksum is left to the
 * packet codec, which counts the wrong ones; the kernel would drop them without a word.
 */
final class Ipv6VrrpSocket extends VrrpSocket {
	private static final int IPPROTO_IPV6 = 41;
	private static final int IPV6_MULTICAST_IF = 17;
	private static final int IPV6_MULTICAST_HOPS = 18;
	private static final int IPV6_MULTICAST_LOOP = 19;
	private static final int IPV6_JOIN_GROUP = 20;
	private static final int IPV6_MULTICAST_ALL = 29;
	private static final int IPV6_RECVPKTINFO = 49;
	private static final int IPV6_PKTINFO = 50;
	private static final int IPV6_RECVHOPLIMIT = 51;
	private static final int IPV6_HOPLIMIT = 52;
	private static final int IPV6_TCLASS = 67;
	/** Internetwork control, as over IPv4. */
	private static final int TRAFFIC_CLASS = 0xc0;
	private static final int HOP_LIMIT = 255;

	/** Fields of the IPv6 header (RFC 8200, 3). */
	private static final int HEADER_BYTES = 40;
	private static final byte VERSION_6 = 0x60;
	private static final int HOP_LIMIT_OFFSET = 7;
	private static final int SOURCE_OFFSET = 8;
	private static final int DESTINATION_OFFSET = 24;
	private static final int ADDRESS_BYTES = 16;
	private static final int CONTROL_BYTES = 128;

	private final MemorySegment source = Kernel.allocate(SocketAddresses.INET6_BYTES);
	private final MemorySegment control = Kernel.allocate(CONTROL_BYTES);
	private final MessageHeader message;

	Ipv6VrrpSocket(int protocol, Link link) throws LinuxException {
		super(Family.IPV6, protocol, link);
		input().set(JAVA_BYTE, 0, VERSION_6);
		message = new MessageHeader(source, input().asSlice(HEADER_BYTES), control);
		try {
			option(IPPROTO_IPV6, IPV6_MULTICAST_ALL, 0, "cannot clear IPV6_MULTICAST_ALL");
			option(IPPROTO_IPV6, IPV6_MULTICAST_LOOP, 0, "cannot clear IPV6_MULTICAST_LOOP");
			option(IPPROTO_IPV6, IPV6_MULTICAST_HOPS, HOP_LIMIT, "cannot set IPV6_MULTICAST_HOPS");
			option(IPPROTO_IPV6, IPV6_MULTICAST_IF, link.index(), "cannot send multicast on " + link.name());
			option(IPPROTO_IPV6, IPV6_TCLASS, TRAFFIC_CLASS, "cannot set IPV6_TCLASS");
			option(IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1, "cannot set IPV6_RECVHOPLIMIT");
			option(IPPROTO_IPV6, IPV6_RECVPKTINFO, 1, "cannot set IPV6_RECVPKTINFO");
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	@Override
	void join(IpAddress group, Link link) throws LinuxException {
		// struct ipv6_mreq.
		MemorySegment membership = Kernel.allocate(20);
		MemorySegment.copy(group.bytes(), 0, membership, JAVA_BYTE, 0, ADDRESS_BYTES);
		membership.set(JAVA_INT, ADDRESS_BYTES, link.index());
		option(IPPROTO_IPV6, IPV6_JOIN_GROUP, membership, membership.byteSize(), "cannot join " + group + " on " + link.name());
	}

	@Override
	public int receive() {
		message.rewind();
		long bytes = take(message);
		if (bytes <= 0) {
			return 0;
		}
		MemorySegment.copy(source, SocketAddresses.INET6_ADDRESS_OFFSET, input(), SOURCE_OFFSET, ADDRESS_BYTES);
		readControl(message.controlBytes());
		return (int) bytes + HEADER_BYTES;
	}

	private void readControl(long bytes) {
		for (long at = 0; at + ControlMessage.HEADER_BYTES <= bytes; at += ControlMessage.space(control, at)) {
			switch (ControlMessage.type(control, at)) {
				case IPV6_HOPLIMIT -> input().set(JAVA_BYTE, HOP_LIMIT_OFFSET, (byte) control.get(JAVA_INT, at + ControlMessage.HEADER_BYTES));
				case IPV6_PKTINFO -> MemorySegment.copy(control, at + ControlMessage.HEADER_BYTES, input(), DESTINATION_OFFSET, ADDRESS_BYTES);
				default -> {
					// Nothing else was asked for.
				}
			}
		}
	}

	/** struct cmsghdr and what follows it. */
	private static final class ControlMessage {
		static final int HEADER_BYTES = 16;

		/** @return where the next begins */
		static long put(MemorySegment control, long at, int type, int dataBytes) {
			control.set(JAVA_LONG, at, HEADER_BYTES + dataBytes);
			control.set(JAVA_INT, at + 8, IPPROTO_IPV6);
			control.set(JAVA_INT, at + 12, type);
			return at + space(control, at);
		}

		static int type(MemorySegment control, long at) {
			return control.get(JAVA_INT, at + 12);
		}

		static long space(MemorySegment control, long at) {
			return Math.max(HEADER_BYTES, control.get(JAVA_LONG, at) + 7 & ~7L);
		}
	}

	/** A packet's destination with the source address and the hop limit it must have: the kernel would choose an own source, even a virtual address. */
	static final class Message extends Destination {
		private static final int PKTINFO_BYTES = 20;
		private final MessageHeader header;

		Message(IpAddress source, IpAddress destination, int hopLimit) {
			MemorySegment control = Kernel.allocate(CONTROL_BYTES);
			long next = ControlMessage.put(control, 0, IPV6_PKTINFO, PKTINFO_BYTES);
			MemorySegment.copy(source.bytes(), 0, control, JAVA_BYTE, ControlMessage.HEADER_BYTES, ADDRESS_BYTES);
			long end = ControlMessage.put(control, next, IPV6_HOPLIMIT, Integer.BYTES);
			control.set(JAVA_INT, next + ControlMessage.HEADER_BYTES, hopLimit);
			header = new MessageHeader(SocketAddresses.inet(destination), MemorySegment.NULL, control.asSlice(0, end));
		}

		@Override
		long send(VrrpSocket socket, MemorySegment packet, long bytes) {
			return socket.send(header.withData(packet, bytes));
		}
	}
}
