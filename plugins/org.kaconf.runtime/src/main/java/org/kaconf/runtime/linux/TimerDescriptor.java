package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.kaconf.runtime.linux.SystemCall.READ;
import static org.kaconf.runtime.linux.SystemCall.TIMERFD_CREATE;
import static org.kaconf.runtime.linux.SystemCall.TIMERFD_SETTIME;

import java.lang.foreign.MemorySegment;

/** A timerfd on CLOCK_MONOTONIC with absolute deadlines, the clock of {@link System#nanoTime()} on Linux. */
public final class TimerDescriptor extends Descriptor {
	private static final int CLOCK_MONOTONIC = 1;
	private static final int CLOEXEC_NONBLOCK = 0x80800;
	private static final int TFD_TIMER_ABSTIME = 1;
	private static final long NANOS_PER_SECOND = 1_000_000_000L;
	/** struct itimerspec: interval seconds, nanoseconds; value seconds, nanoseconds. */
	private final MemorySegment spec = Kernel.allocate(32);
	private final MemorySegment expirations = Kernel.allocate(8);
	private long armed = Long.MAX_VALUE;

	public TimerDescriptor() throws LinuxException {
		super((int) Kernel.check(Kernel.call(TIMERFD_CREATE, CLOCK_MONOTONIC, CLOEXEC_NONBLOCK, 0), "cannot create a timer descriptor"));
	}

	/** @param deadline in nanoseconds of {@link System#nanoTime()}; {@link Long#MAX_VALUE} for none; one that has passed fires at once */
	public void set(long deadline) {
		if (deadline == armed) {
			return;
		}
		armed = deadline;
		// A value of zero would disarm the timer.
		long value = deadline == Long.MAX_VALUE ? 0 : Math.max(1, deadline);
		spec.set(JAVA_LONG, 16, value / NANOS_PER_SECOND);
		spec.set(JAVA_LONG, 24, value % NANOS_PER_SECOND);
		Kernel.quickCall(TIMERFD_SETTIME, number(), TFD_TIMER_ABSTIME, spec.address(), 0, 0, 0);
	}

	/** Takes the expiry, so that the descriptor is readable no more. */
	public void drain() {
		Kernel.quickCall(READ, number(), expirations.address(), 8, 0, 0, 0);
		armed = Long.MAX_VALUE;
	}
}
