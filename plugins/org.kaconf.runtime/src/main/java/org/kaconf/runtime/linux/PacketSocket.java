package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** Receives every Ethernet frame that passes an interface, for watching a network. For one thread. */
public final class PacketSocket extends Socket {
	private static final int ETHER_TYPE_ALL = 3;
	private static final int SOL_PACKET = 263;
	private static final int PACKET_IGNORE_OUTGOING = 23;
	private static final int RECEIVE_BUFFER_BYTES = 4 << 20;
	private final MemorySegment input = Kernel.allocate(1 << 16);
	private final ArrivalTime arrivals;

	public PacketSocket(Link link) throws LinuxException {
		super(SocketAddresses.AF_PACKET, SOCK_RAW, 0, "cannot open a packet socket");
		try {
			option(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES, "cannot enlarge a receive buffer");
			arrivals = new ArrivalTime(this);
			bind(SocketAddresses.link(link.index(), ETHER_TYPE_ALL), "cannot watch " + link.name());
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	/** From now on, only what comes in through the interface is received, not what goes out. */
	public void ignoreOutgoing() throws LinuxException {
		option(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1, "cannot tell incoming from outgoing frames");
	}

	/** Takes one frame. @return {@code null} when there is none */
	public byte[] receiveFrame() {
		long length = receive(input);
		return length <= 0 ? null : input.asSlice(0, length).toArray(JAVA_BYTE);
	}

	/** When the last frame that was received passed the interface, however late it was read, in terms of {@link System#nanoTime()}. */
	public long arrivalNanos() {
		return System.nanoTime() - arrivals.age();
	}
}
