package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.kaconf.runtime.linux.SystemCall.CAPGET;
import static org.kaconf.runtime.linux.SystemCall.CAPSET;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

/** Privileges of the kernel (capabilities(7)) that the runtime has a use for. */
public enum Capability {
	/** To set addresses and to bind a socket to an interface. */
	CAP_NET_ADMIN(12),
	/** To open raw and packet sockets. */
	CAP_NET_RAW(13),
	/** To run scripts as another user. */
	CAP_SETUID(7),
	/** To run scripts as another group. */
	CAP_SETGID(6),
	/** To end scripts that run as another user. */
	CAP_KILL(5),
	/** To look at scripts and configurations in folders of other users. */
	CAP_DAC_READ_SEARCH(2),
	/** To give a notify pipe to its configured owner. */
	CAP_CHOWN(0),
	/** To raise the own priority later on. */
	CAP_SYS_NICE(23),
	/** To take memory beyond the limit while all memory is locked. */
	CAP_IPC_LOCK(14);

	private static final int VERSION_3 = 0x20080522;
	/** Of 32 bits each. */
	private static final int FIELDS = 6;
	private final int bit;

	Capability(int bit) {
		this.bit = bit;
	}

	/**
	 * Gives up all but these for good, for the calling thread and the threads and programs that it starts; other threads keep theirs, because to the kernel
	 * capabilities belong to a thread. A program that root starts gets root's again. Of these, only those are kept that are there.
	 */
	public static void keepOnly(Set<Capability> kept) throws LinuxException {
		long mask = 0;
		for (Capability capability : kept) {
			mask |= 1L << capability.bit;
		}
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment header = header(arena);
			MemorySegment data = read(header, arena);
			for (int field = 0; field < FIELDS; field++) {
				int half = (int) (field < FIELDS / 2 ? mask : mask >>> Integer.SIZE);
				data.setAtIndex(JAVA_INT, field, data.getAtIndex(JAVA_INT, field) & half);
			}
			Kernel.check(Kernel.call(CAPSET, header.address(), data.address(), 0), "cannot give up capabilities");
		}
	}

	/** Those the calling thread has. */
	public static Set<Capability> effective() throws LinuxException {
		long mask;
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment data = read(header(arena), arena);
			mask = Integer.toUnsignedLong(data.getAtIndex(JAVA_INT, 0)) | (long) data.getAtIndex(JAVA_INT, FIELDS / 2) << Integer.SIZE;
		}
		Set<Capability> effective = EnumSet.noneOf(Capability.class);
		for (Capability capability : values()) {
			if ((mask >>> capability.bit & 1) == 1) {
				effective.add(capability);
			}
		}
		return effective;
	}

	private static MemorySegment header(Arena arena) {
		MemorySegment header = arena.allocate(8, 8);
		header.set(JAVA_INT, 0, VERSION_3);
		return header;
	}

	/** Effective, permitted and inheritable, first the lower half of each and then the upper one. */
	private static MemorySegment read(MemorySegment header, Arena arena) throws LinuxException {
		MemorySegment data = arena.allocate((long) FIELDS * Integer.BYTES, 8);
		Kernel.check(Kernel.call(CAPGET, header.address(), data.address(), 0), "cannot read the capabilities of this thread");
		return data;
	}
}
