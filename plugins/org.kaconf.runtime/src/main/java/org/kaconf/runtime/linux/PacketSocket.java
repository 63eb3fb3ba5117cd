package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** Receives every Ethernet frame that passes an interface, for watching a network. For one thread. */
public final class PacketSocket extends Socket {
	private static final int ETHER_TYPE_ALL = 3;
	private static final int RECEIVE_BUFFER_BYTES = 4 << 20;
	private final MemorySegment input = Kernel.allocate(1 << 16);

	public PacketSocket(Link link) throws LinuxException {
		super(SocketAddresses.AF_PACKET, SOCK_RAW, 0, "cannot open a packet socket");
		try {
			option(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES, "cannot enlarge a receive buffer");
			bind(SocketAddresses.link(link.index(), ETHER_TYPE_ALL), "cannot watch " + link.name());
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	/** Takes one frame. @return {@code null} when there is none */
	public byte[] receiveFrame() {
		long length = receive(input);
		return length <= 0 ? null : input.asSlice(0, length).toArray(JAVA_BYTE);
	}
}
