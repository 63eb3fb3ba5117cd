package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.kaconf.runtime.linux.SystemCall.IOCTL;

import java.lang.foreign.MemorySegment;
import java.time.Instant;

/** Receives every Ethernet frame that passes an interface, for watching a network. For one thread. */
public final class PacketSocket extends Socket {
	private static final int ETHER_TYPE_ALL = 3;
	private static final int SOL_PACKET = 263;
	private static final int PACKET_IGNORE_OUTGOING = 23;
	private static final int RECEIVE_BUFFER_BYTES = 4 << 20;
	/** Asks when the last frame that was read arrived; asked once before, the kernel notes the time of all that follow. */
	private static final int SIOCGSTAMPNS = 0x8907;
	private static final long NANOS_PER_SECOND = 1_000_000_000L;
	private final MemorySegment input = Kernel.allocate(1 << 16);
	/** struct timespec. */
	private final MemorySegment stamp = Kernel.allocate(16);

	public PacketSocket(Link link) throws LinuxException {
		super(SocketAddresses.AF_PACKET, SOCK_RAW, 0, "cannot open a packet socket");
		try {
			option(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES, "cannot enlarge a receive buffer");
			Kernel.call(IOCTL, number(), SIOCGSTAMPNS, stamp.address());
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

	/**
	 * When the last frame that was received passed the interface, however late it was read: by the kernel's clock, in terms of
	 * {@link System#nanoTime()}.
	 */
	public long arrivalNanos() {
		Instant realTime = Instant.now();
		long now = System.nanoTime();
		if (Kernel.call(IOCTL, number(), SIOCGSTAMPNS, stamp.address()) < 0) {
			return now;
		}
		long age = (realTime.getEpochSecond() - stamp.get(JAVA_LONG, 0)) * NANOS_PER_SECOND + realTime.getNano() - stamp.get(JAVA_LONG, 8);
		return now - Math.max(0, age);
	}
}
