package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/** Makes the JVM ready for calls into the kernel, which takes tens of milliseconds: for a thread that does so while another one reads the configuration. */
public final class HeadStart {
	private HeadStart() {
	}

	/** Needs no privilege and changes nothing. */
	public static void take() {
		Account.currentUser();
		MemorySegment memory = Kernel.allocate(Long.BYTES);
		memory.set(JAVA_LONG, 0, memory.get(JAVA_LONG, 0));
		memory.set(JAVA_INT, 0, memory.get(JAVA_INT, 0));
		memory.set(JAVA_SHORT, 0, memory.get(JAVA_SHORT, 0));
		memory.set(JAVA_BYTE, 0, memory.get(JAVA_BYTE, 0));
		MemorySegment.copy(new byte[Long.BYTES], 0, memory, JAVA_BYTE, 0, Long.BYTES);
	}
}
