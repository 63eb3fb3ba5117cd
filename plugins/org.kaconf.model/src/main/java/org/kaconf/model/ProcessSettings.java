package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/**
 * How the kernel treats the VRRP process, as configured; what is {@code null} is left as it is, but for the scheduling class, see {@link #effectiveRealtimePriority}.
 *
 * @param nice -20..19
 * @param noSwap its memory is locked
 * @param realtimePriority of SCHED_RR, 1..99
 * @param realtimeLimit longest time of CPU without a blocking call while it is a realtime process
 * @param cpus numbers of the CPUs it may run on; empty for all
 * @param automatic when it raises its realtime priority by itself
 */
public record ProcessSettings(Integer nice, boolean noSwap, Integer realtimePriority, Duration realtimeLimit, List<Integer> cpus, AutomaticPriority automatic) {
	public static final ProcessSettings DEFAULT = new ProcessSettings(null, false, null, null, List.of());

	/** Before all that is ordinary, and behind whoever else has asked to be before it. */
	private static final int LOWEST_REALTIME_PRIORITY = 1;

	public ProcessSettings {
		cpus = List.copyOf(cpus);
	}

	/** One that keeps its priority. */
	public ProcessSettings(Integer nice, boolean noSwap, Integer realtimePriority, Duration realtimeLimit, List<Integer> cpus) {
		this(nice, noSwap, realtimePriority, realtimeLimit, cpus, AutomaticPriority.NEVER);
	}

	/** The priority of SCHED_RR to start with: the lowest where nothing is said of priorities. @return 1..99; 0 for an ordinary process */
	public int effectiveRealtimePriority() {
		if (realtimePriority != null) {
			return realtimePriority;
		}
		return nice == null ? LOWEST_REALTIME_PRIORITY : 0;
	}
}
