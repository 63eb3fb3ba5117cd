package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/**
 * How the kernel treats the VRRP process; what is {@code null} is left as it is.
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

	public ProcessSettings {
		cpus = List.copyOf(cpus);
	}

	/** One that keeps its priority. */
	public ProcessSettings(Integer nice, boolean noSwap, Integer realtimePriority, Duration realtimeLimit, List<Integer> cpus) {
		this(nice, noSwap, realtimePriority, realtimeLimit, cpus, AutomaticPriority.NEVER);
	}
}
