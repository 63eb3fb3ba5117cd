package org.kaconf.runtime.linux;

import static org.kaconf.runtime.linux.SystemCall.RT_SIGACTION;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What the kernel does with signals to this process (sigaction(2)). */
public final class SignalAction {
	/** The kernel's struct: handler, flags, restorer, mask. */
	private static final int BYTES = 32;
	private static final int MASK_BYTES = 8;

	private SignalAction() {
	}

	/** Makes a signal do what it does to a process that has said nothing of it (SIG_DFL), such as end it. @param number of the signal */
	public static void makeDefault(int number) throws LinuxException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment action = arena.allocate(BYTES, Long.BYTES);
			Kernel.check(Kernel.call(RT_SIGACTION, number, action.address(), 0, MASK_BYTES, 0, 0), "cannot have signal " + number);
		}
	}
}
