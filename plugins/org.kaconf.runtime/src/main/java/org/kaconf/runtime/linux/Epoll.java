package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static org.kaconf.runtime.linux.SystemCall.EPOLL_CREATE1;
import static org.kaconf.runtime.linux.SystemCall.EPOLL_CTL;
import static org.kaconf.runtime.linux.SystemCall.EPOLL_PWAIT;

import java.lang.foreign.MemorySegment;

/** An epoll set, level triggered, that reports readable descriptors by number. For one thread. */
public final class Epoll extends Descriptor {
	private static final int EPOLL_CLOEXEC = 0x80000;
	private static final int ADD = 1;
	private static final int DELETE = 2;
	private static final int EPOLLIN = 1;
	private static final int CAPACITY = 64;
	/** struct epoll_event is packed on x86_64 only. */
	private static final int EVENT_BYTES = Architecture.IS_AMD64 ? 12 : 16;
	private static final int DATA_OFFSET = EVENT_BYTES - 8;
	private final MemorySegment events = Kernel.allocate((long) CAPACITY * EVENT_BYTES);
	private final MemorySegment change = Kernel.allocate(16);

	public Epoll() throws LinuxException {
		super((int) Kernel.check(Kernel.call(EPOLL_CREATE1, EPOLL_CLOEXEC), "cannot create an epoll descriptor"));
	}

	public void add(Descriptor descriptor) throws LinuxException {
		change.set(JAVA_INT, 0, EPOLLIN);
		change.set(JAVA_INT, DATA_OFFSET, descriptor.number());
		Kernel.check(Kernel.call(EPOLL_CTL, number(), ADD, descriptor.number(), change.address(), 0, 0), "cannot watch a descriptor");
	}

	public void remove(Descriptor descriptor) {
		Kernel.call(EPOLL_CTL, number(), DELETE, descriptor.number(), change.address(), 0, 0);
	}

	/** Waits for as long as it takes. @return how many descriptors are readable; 0 when a signal woke the thread */
	public int await() throws LinuxException {
		long ready = Kernel.blockingCall(EPOLL_PWAIT, number(), events.address(), CAPACITY, -1, 0, 0);
		// A look says what was wrong, if it was no signal.
		return ready == -1 ? poll() : (int) ready;
	}

	/** Looks without waiting. @return how many descriptors are readable */
	public int poll() throws LinuxException {
		return (int) Kernel.check(Kernel.call(EPOLL_PWAIT, number(), events.address(), CAPACITY, 0, 0, 0), "cannot look for events");
	}

	/** The number of the i-th readable descriptor of the last wait. */
	public int ready(int i) {
		return events.get(JAVA_INT_UNALIGNED, (long) i * EVENT_BYTES + DATA_OFFSET);
	}
}
