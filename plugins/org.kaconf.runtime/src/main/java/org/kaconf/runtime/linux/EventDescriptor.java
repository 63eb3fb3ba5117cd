package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.kaconf.runtime.linux.SystemCall.EVENTFD2;
import static org.kaconf.runtime.linux.SystemCall.READ;
import static org.kaconf.runtime.linux.SystemCall.WRITE;

import java.lang.foreign.MemorySegment;

/** An eventfd: any thread wakes the thread that waits for it. */
public final class EventDescriptor extends Descriptor {
	private static final int CLOEXEC_NONBLOCK = 0x80800;
	private final MemorySegment one = Kernel.allocate(8);
	private final MemorySegment count = Kernel.allocate(8);

	public EventDescriptor() throws LinuxException {
		super((int) Kernel.check(Kernel.call(EVENTFD2, 0, CLOEXEC_NONBLOCK, 0), "cannot create an event descriptor"));
		one.set(JAVA_LONG, 0, 1);
	}

	/** Does nothing once it is closed. */
	public void signal() {
		Kernel.quickCall(WRITE, number(), one.address(), 8, 0, 0, 0);
	}

	/** Takes all signals so far. */
	public void drain() {
		Kernel.quickCall(READ, number(), count.address(), 8, 0, 0, 0);
	}
}
