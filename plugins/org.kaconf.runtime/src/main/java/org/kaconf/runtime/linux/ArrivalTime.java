package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.kaconf.runtime.linux.SystemCall.CLOCK_GETTIME;
import static org.kaconf.runtime.linux.SystemCall.IOCTL;

import java.lang.foreign.MemorySegment;

/** When packets of a socket came in, however late they are read: the kernel notes it, by the clock of the day. For one thread. */
final class ArrivalTime {
	/** Asks for the time of the packet that was read last; asked once before, the kernel notes that of all that follow. */
	private static final int SIOCGSTAMPNS = 0x8907;
	private static final int CLOCK_REALTIME = 0;
	private static final long NANOS_PER_SECOND = 1_000_000_000L;
	private final int socket;
	/** struct timespec. */
	private final MemorySegment arrival = Kernel.allocate(16);
	private final MemorySegment now = Kernel.allocate(16);

	ArrivalTime(Descriptor socket) {
		this.socket = socket.number();
		Kernel.quickCall(IOCTL, this.socket, SIOCGSTAMPNS, arrival.address(), 0, 0, 0);
	}

	/** Allocates nothing. @return nanoseconds since the packet that was read last came in; 0 where the kernel does not know, or when the clock was set back since */
	long age() {
		if (Kernel.quickCall(IOCTL, socket, SIOCGSTAMPNS, arrival.address(), 0, 0, 0) < 0) {
			return 0;
		}
		Kernel.quickCall(CLOCK_GETTIME, CLOCK_REALTIME, now.address(), 0, 0, 0, 0);
		return Math.max(0, nanos(now) - nanos(arrival));
	}

	private static long nanos(MemorySegment time) {
		return time.get(JAVA_LONG, 0) * NANOS_PER_SECOND + time.get(JAVA_LONG, 8);
	}
}
