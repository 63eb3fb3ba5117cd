package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.kaconf.runtime.linux.SystemCall.PPOLL;

import java.lang.foreign.MemorySegment;

/** Whether a descriptor has something to read or to complain of, by ppoll(2) without waiting. For one thread. */
final class Readiness {
	private static final short POLLIN = 1;
	private static final short POLLERR = 8;
	/** struct pollfd. */
	private static final int POLLFD_BYTES = 8;
	private static final int REVENTS_OFFSET = 6;
	/** struct timespec, behind the struct pollfd: zeros, for not to wait. */
	private static final int TIMESPEC_BYTES = 16;

	private final MemorySegment memory = Kernel.allocate(POLLFD_BYTES + TIMESPEC_BYTES);

	Readiness(Descriptor descriptor) {
		memory.set(JAVA_INT, 0, descriptor.number());
		memory.set(JAVA_SHORT, Integer.BYTES, POLLIN);
	}

	/** Looks, for the other methods. @return whether the next read has something to tell, be it data or an error */
	boolean look() {
		return Kernel.quickCall(PPOLL, memory.address(), 1, memory.address() + POLLFD_BYTES, 0, 0, 0) > 0;
	}

	/** Whether the last look saw an error. */
	boolean isError() {
		return (memory.get(JAVA_SHORT, REVENTS_OFFSET) & POLLERR) != 0;
	}
}
