package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.kaconf.runtime.linux.SystemCall.MLOCKALL;
import static org.kaconf.runtime.linux.SystemCall.PRLIMIT64;
import static org.kaconf.runtime.linux.SystemCall.SCHED_SETAFFINITY;
import static org.kaconf.runtime.linux.SystemCall.SCHED_SETSCHEDULER;
import static org.kaconf.runtime.linux.SystemCall.SETPRIORITY;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kaconf.model.ProcessSettings;

/** How the kernel treats the calling thread, and the memory of its process. To the kernel priorities belong to a thread (sched(7)). */
public final class Scheduling {
	private static final int SCHED_OTHER = 0;
	private static final int SCHED_RR = 2;
	/** Threads and programs that the thread starts are ordinary again. */
	private static final int SCHED_RESET_ON_FORK = 0x40000000;
	private static final int RLIMIT_RTTIME = 15;
	private static final int RLIMIT_RTPRIO = 14;
	private static final int RLIMIT_MEMLOCK = 8;
	private static final long UNLIMITED = -1;
	/** MCL_CURRENT, MCL_FUTURE and MCL_ONFAULT: what the JVM has only reserved takes no memory. */
	private static final int LOCK_WHAT_IS_USED = 1 | 2 | 4;
	private static final int MOST_CPUS = 1024;

	private Scheduling() {
	}

	/**
	 * Applies settings to the calling thread; memory is that of the whole process. Without a word on priorities it gets the lowest of realtime: on a machine whose processors are all busy, a
	 * thread of the ordinary class waits tens of milliseconds for its turn, and a backup takes that for the death of its master. What the system refuses, for want of CAP_SYS_NICE or CAP_IPC_LOCK, stays as
	 * it was.
	 *
	 * @return a line for each refusal
	 */
	public static List<String> apply(ProcessSettings settings) {
		List<String> refused = new ArrayList<>();
		try (Arena arena = Arena.ofConfined()) {
			if (settings.realtimePriority() != null) {
				schedule(SCHED_RR, settings.realtimePriority(), "vrrp_rt_priority " + settings.realtimePriority(), arena, refused);
			} else if (settings.nice() != null) {
				schedule(SCHED_OTHER, 0, "vrrp_priority " + settings.nice(), arena, refused);
			} else {
				// Nobody has asked for it: where it is not allowed, that is nothing to tell.
				schedule(SCHED_RR, settings.effectiveRealtimePriority(), arena);
			}
			if (settings.nice() != null) {
				note(Kernel.call(SETPRIORITY, 0, 0, settings.nice()), "vrrp_priority " + settings.nice(), refused);
			}
			if (settings.realtimeLimit() != null) {
				limit(settings.realtimeLimit(), arena, refused);
			}
			if (!settings.cpus().isEmpty()) {
				bind(settings.cpus(), arena, refused);
			}
			int automatic = settings.automatic().greatest();
			if (automatic > 0) {
				note(allow(Capability.CAP_SYS_NICE, RLIMIT_RTPRIO, automatic, arena), "max_auto_priority " + automatic, refused);
			}
			if (settings.noSwap()) {
				// Within a limit the JVM could soon not take memory any more, and would end.
				long allowed = allow(Capability.CAP_IPC_LOCK, RLIMIT_MEMLOCK, UNLIMITED, arena);
				note(allowed < 0 ? allowed : Kernel.call(MLOCKALL, LOCK_WHAT_IS_USED), "vrrp_no_swap", refused);
			}
		}
		return refused;
	}

	private static void schedule(int policy, int priority, String attempt, Arena arena, List<String> refused) {
		note(schedule(policy, priority, arena), attempt, refused);
	}

	private static long schedule(int policy, int priority, Arena arena) {
		MemorySegment parameter = arena.allocate(JAVA_INT);
		parameter.set(JAVA_INT, 0, priority);
		return Kernel.call(SCHED_SETSCHEDULER, 0, policy | SCHED_RESET_ON_FORK, parameter.address());
	}

	/** Makes the calling thread one of realtime. @return below 0 the errno why not */
	static long setRealtimePriority(int priority) {
		try (Arena arena = Arena.ofConfined()) {
			return schedule(SCHED_RR, priority, arena);
		}
	}

	/** Has a capability or raises the limit that stands in for it; one that is high enough stays. @return below 0 the errno why not */
	private static long allow(Capability capability, int limit, long least, Arena arena) {
		if (has(capability)) {
			return 0;
		}
		MemorySegment both = arena.allocate(2L * Long.BYTES, Long.BYTES);
		long result = Kernel.call(PRLIMIT64, 0, limit, 0, both.address(), 0, 0);
		boolean enough = Long.compareUnsigned(both.get(JAVA_LONG, 0), least) >= 0;
		if (result < 0 || enough) {
			return result;
		}
		both.set(JAVA_LONG, 0, least);
		if (Long.compareUnsigned(both.get(JAVA_LONG, Long.BYTES), least) < 0) {
			both.set(JAVA_LONG, Long.BYTES, least);
		}
		return Kernel.call(PRLIMIT64, 0, limit, both.address(), 0, 0, 0);
	}

	private static boolean has(Capability capability) {
		try {
			return Capability.effective().contains(capability);
		} catch (LinuxException unknown) {
			return false;
		}
	}

	private static void limit(Duration limit, Arena arena, List<String> refused) {
		long micros = TimeUnit.NANOSECONDS.toMicros(limit.toNanos());
		MemorySegment both = arena.allocate(2L * Long.BYTES, Long.BYTES);
		both.set(JAVA_LONG, 0, micros);
		both.set(JAVA_LONG, Long.BYTES, micros);
		note(Kernel.call(PRLIMIT64, 0, RLIMIT_RTTIME, both.address(), 0, 0, 0), "vrrp_rlimit_rttime " + micros, refused);
	}

	private static void bind(List<Integer> cpus, Arena arena, List<String> refused) {
		MemorySegment mask = arena.allocate(MOST_CPUS / Byte.SIZE, Long.BYTES);
		for (int cpu : cpus) {
			if (cpu < MOST_CPUS) {
				int at = cpu / Byte.SIZE;
				mask.set(JAVA_BYTE, at, (byte) (mask.get(JAVA_BYTE, at) | 1 << cpu % Byte.SIZE));
			}
		}
		note(Kernel.call(SCHED_SETAFFINITY, 0, mask.byteSize(), mask.address()), "vrrp_cpu_affinity " + cpus, refused);
	}

	private static void note(long result, String attempt, List<String> refused) {
		if (result < 0) {
			refused.add(attempt + " is not possible: " + LinuxException.describe((int) -result));
		}
	}
}
