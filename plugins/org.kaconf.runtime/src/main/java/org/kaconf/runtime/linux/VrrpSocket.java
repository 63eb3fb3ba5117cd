package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import org.kaconf.model.IpAddress;

/**
 * A raw IPv4 socket for protocol 112 on one interface. It sends whole packets, IP header included, and receives them with their headers.
 */
public final class VrrpSocket extends Socket {
	private static final int IPPROTO_VRRP = 112;
	private static final int IPPROTO_IP = 0;
	private static final int IP_HDRINCL = 3;
	private static final int IP_MULTICAST_IF = 32;
	private static final int IP_MULTICAST_LOOP = 34;
	private static final int IP_ADD_MEMBERSHIP = 35;
	private static final int IP_MULTICAST_ALL = 49;
	/** Room for the burst of a few hundred masters whose timers are aligned. */
	private static final int RECEIVE_BUFFER_BYTES = 1 << 20;
	/** TC_PRIO_CONTROL: before bulk traffic in the queue of the interface. */
	private static final int PRIORITY_CONTROL = 7;
	private static final int MAXIMUM_PACKET_BYTES = 2048;

	private final MemorySegment input = Kernel.allocate(MAXIMUM_PACKET_BYTES);

	public VrrpSocket(Link link) throws LinuxException {
		super(SocketAddresses.AF_INET, SOCK_RAW, IPPROTO_VRRP, "cannot open a raw socket for VRRP");
		try {
			bindToDevice(link.name());
			option(IPPROTO_IP, IP_HDRINCL, 1, "cannot set IP_HDRINCL");
			option(IPPROTO_IP, IP_MULTICAST_ALL, 0, "cannot clear IP_MULTICAST_ALL");
			option(IPPROTO_IP, IP_MULTICAST_LOOP, 0, "cannot clear IP_MULTICAST_LOOP");
			MemorySegment multicastInterface = membership(IpAddress.of("0.0.0.0"), link.index());
			option(IPPROTO_IP, IP_MULTICAST_IF, multicastInterface, multicastInterface.byteSize(), "cannot send multicast on " + link.name());
			option(SOL_SOCKET, SO_PRIORITY, PRIORITY_CONTROL, "cannot set the priority of a socket");
			option(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES, "cannot enlarge a receive buffer");
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	public void join(IpAddress group, Link link) throws LinuxException {
		MemorySegment membership = membership(group, link.index());
		option(IPPROTO_IP, IP_ADD_MEMBERSHIP, membership, membership.byteSize(), "cannot join " + group + " on " + link.name());
	}

	/** @return 0, or the errno that says why it was not sent */
	public int send(MemorySegment packet, long bytes, Destination destination) {
		return (int) -Math.min(0, send(packet, bytes, destination.address));
	}

	/** Takes one packet. @return its length with the IP header, or 0 when there is none */
	public int receive() {
		return (int) Math.max(0, receive(input));
	}

	/** Where {@link #receive()} puts packets. */
	public MemorySegment input() {
		return input;
	}

	/** struct ip_mreqn. */
	private static MemorySegment membership(IpAddress group, int interfaceIndex) {
		MemorySegment segment = Kernel.allocate(12);
		MemorySegment.copy(group.bytes(), 0, segment, JAVA_BYTE, 0, 4);
		segment.set(JAVA_INT, 8, interfaceIndex);
		return segment;
	}

	/** An address to send to, in the kernel's form. */
	public static final class Destination {
		private final MemorySegment address;

		public Destination(IpAddress address) {
			this.address = SocketAddresses.inet(address);
		}
	}
}
