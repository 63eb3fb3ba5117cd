package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/** Sends and receives packets with their IPv4 header. */
final class Ipv4VrrpSocket extends VrrpSocket {
	private static final int IPPROTO_IP = 0;
	private static final int IP_HDRINCL = 3;
	private static final int IP_MULTICAST_IF = 32;
	private static final int IP_MULTICAST_LOOP = 34;
	private static final int IP_ADD_MEMBERSHIP = 35;
	private static final int IP_MULTICAST_ALL = 49;

	Ipv4VrrpSocket(int protocol, Link link) throws LinuxException {
		super(Family.IPV4, protocol, link);
		try {
			option(IPPROTO_IP, IP_HDRINCL, 1, "cannot set IP_HDRINCL");
			option(IPPROTO_IP, IP_MULTICAST_ALL, 0, "cannot clear IP_MULTICAST_ALL");
			option(IPPROTO_IP, IP_MULTICAST_LOOP, 0, "cannot clear IP_MULTICAST_LOOP");
			MemorySegment multicastInterface = membership(IpAddress.of("0.0.0.0"), link.index());
			option(IPPROTO_IP, IP_MULTICAST_IF, multicastInterface, multicastInterface.byteSize(), "cannot send multicast on " + link.name());
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	@Override
	void join(IpAddress group, Link link) throws LinuxException {
		MemorySegment membership = membership(group, link.index());
		option(IPPROTO_IP, IP_ADD_MEMBERSHIP, membership, membership.byteSize(), "cannot join " + group + " on " + link.name());
	}

	@Override
	public int receive() {
		return (int) Math.max(0, take(input()));
	}

	/** struct ip_mreqn. */
	private static MemorySegment membership(IpAddress group, int interfaceIndex) {
		MemorySegment segment = Kernel.allocate(12);
		MemorySegment.copy(group.bytes(), 0, segment, JAVA_BYTE, 0, 4);
		segment.set(JAVA_INT, 8, interfaceIndex);
		return segment;
	}

	/** Everything else stands in the packet. */
	static final class Address extends Destination {
		private final MemorySegment address;

		Address(IpAddress address) {
			this.address = SocketAddresses.inet(address);
		}

		@Override
		long send(VrrpSocket socket, MemorySegment packet, long bytes) {
			return socket.send(packet, bytes, address);
		}
	}
}
