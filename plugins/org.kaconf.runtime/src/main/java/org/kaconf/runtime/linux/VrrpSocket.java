package org.kaconf.runtime.linux;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/**
 * A raw socket for adverts of one family on one interface. What it receives begins with the IP header, over IPv6 with one that has the fields that count:
 * version, hop limit and addresses.
 */
public abstract class VrrpSocket extends Socket implements PacketSender {
	/** Room for the burst of a few hundred masters whose timers are aligned. */
	private static final int RECEIVE_BUFFER_BYTES = 1 << 20;
	/** TC_PRIO_CONTROL: before bulk traffic in the queue of the interface. */
	private static final int PRIORITY_CONTROL = 7;
	private static final int MAXIMUM_PACKET_BYTES = 1 << 13;

	private final Family family;
	private final MemorySegment input = Kernel.allocate(MAXIMUM_PACKET_BYTES);
	private final ArrivalTime arrivals;

	VrrpSocket(Family family, int protocol, Link link) throws LinuxException {
		super(SocketAddresses.family(family), SOCK_RAW, protocol, "cannot open a raw socket for VRRP");
		this.family = family;
		try {
			bindToDevice(link.name());
			option(SOL_SOCKET, SO_PRIORITY, PRIORITY_CONTROL, "cannot set the priority of a socket");
			option(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES, "cannot enlarge a receive buffer");
			arrivals = new ArrivalTime(this);
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	/**
	 * @param protocol of IP: 112, or 51 where adverts are authenticated by AH
	 * @param local a multicast group or an address of this machine: what is sent to another is not heard; {@code null} for all addresses of this machine
	 */
	public static VrrpSocket open(Family family, int protocol, IpAddress local, Link link) throws LinuxException {
		VrrpSocket socket = family == Family.IPV4 ? new Ipv4VrrpSocket(protocol, link) : new Ipv6VrrpSocket(protocol, link);
		try {
			if (local != null) {
				if (local.isMulticast()) {
					socket.join(local, link);
				}
				socket.bind(SocketAddresses.inet(local), "cannot listen on " + local);
			}
			return socket;
		} catch (LinuxException e) {
			socket.close();
			throw e;
		}
	}

	/**
	 * Leaves packets for other virtual routers in the kernel. Should it have no memory for the filter, they are received as before.
	 *
	 * @param idOffset from the end of the IP header to the virtual router id
	 * @param virtualRouterIds of 1..255
	 */
	public final void hearOnly(int idOffset, BitSet virtualRouterIds) {
		attach(PacketFilter.byteIn(virtualRouterIds, idOffset, family == Family.IPV4));
	}

	abstract void join(IpAddress group, Link link) throws LinuxException;

	/** Takes one packet. @return its length with the IP header, or 0 when there is none */
	public abstract int receive();

	/** See {@link ArrivalTime#age}. */
	public final long age() {
		return arrivals.age();
	}

	/** Where {@link #receive()} puts packets. */
	public final MemorySegment input() {
		return input;
	}

	@Override
	public final int send(MemorySegment packet, long bytes, Destination destination) {
		return (int) -Math.min(0, destination.send(this, packet, bytes));
	}

	/** Where to send, in the kernel's form. */
	public abstract static class Destination {
		Destination() {
		}

		/**
		 * @param source over IPv4 a part of the packet
		 * @param hopLimit TTL or hop limit, 1..255; over IPv4 a part of the packet
		 */
		public static Destination of(IpAddress source, IpAddress address, int hopLimit) {
			return address.family() == Family.IPV4 ? new Ipv4VrrpSocket.Address(address) : new Ipv6VrrpSocket.Message(source, address, hopLimit);
		}

		abstract long send(VrrpSocket socket, MemorySegment packet, long bytes);
	}
}
