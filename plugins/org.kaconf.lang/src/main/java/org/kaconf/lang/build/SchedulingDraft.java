package org.kaconf.lang.build;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.kaconf.model.AutomaticPriority;
import org.kaconf.model.ProcessSettings;

/** How the kernel treats the VRRP process, while it is read. */
final class SchedulingDraft {
	private static final int GREATEST_REALTIME_PRIORITY = 99;
	/** It is halved elsewhere, and no limit is 0. */
	private static final long SHORTEST_LIMIT = 2;

	private Integer nice;
	private boolean noSwap;
	private Integer realtimePriority;
	private Duration realtimeLimit;
	private List<Integer> cpus = List.of();
	private int greatestAutomatic = AutomaticPriority.NEVER.greatest();
	private Duration lateness = AutomaticPriority.NEVER.lateness();

	static <T> void addTo(BlockReader<T> reader, Function<T, SchedulingDraft> scheduling) {
		reader.on("vrrp_priority", (t, line) -> scheduling.apply(t).nice = line.integer(0).filter(v -> v != 0).orElse(null))
				.on("vrrp_no_swap", (t, line) -> scheduling.apply(t).noSwap = true)
				.on("vrrp_rt_priority",
						(t, line) -> Numbers.integer(line.raw(0)).ifPresent(v -> scheduling.apply(t).realtimePriority = Math.clamp(v, 1, GREATEST_REALTIME_PRIORITY)))
				.on("vrrp_rlimit_rttime", (t, line) -> scheduling.apply(t).setLimit(line)).on("vrrp_rlimit_rtime", (t, line) -> scheduling.apply(t).setLimit(line))
				.on("vrrp_cpu_affinity", (t, line) -> scheduling.apply(t).setCpus(line)).on("max_auto_priority", (t, line) -> scheduling.apply(t).setAutomatic(line))
				.on("min_auto_priority_delay", (t, line) -> line.integer(0).ifPresent(v -> scheduling.apply(t).lateness = Duration.ofNanos(v * 1_000L)));
	}

	private void setLimit(Line line) {
		realtimeLimit = line.number(0).map(v -> Duration.ofNanos(1_000 * Math.max(SHORTEST_LIMIT, v.longValue()))).orElse(null);
	}

	/** Below 0 it is as off as with 0, and keepalived does not even advise to set it. */
	private void setAutomatic(Line line) {
		if (line.has(0)) {
			line.integer(0).ifPresent(v -> greatestAutomatic = Math.max(0, v));
		} else {
			greatestAutomatic = GREATEST_REALTIME_PRIORITY;
		}
	}

	/** One wrong number undoes them all. */
	private void setCpus(Line line) {
		List<Optional<Integer>> numbers = line.words().stream().map(Numbers::integer).toList();
		cpus = numbers.stream().allMatch(n -> n.isPresent() && n.get() >= 0) ? numbers.stream().map(Optional::get).toList() : List.of();
	}

	ProcessSettings build() {
		return new ProcessSettings(nice, noSwap, realtimePriority, realtimeLimit, cpus, new AutomaticPriority(greatestAutomatic, lateness));
	}
}
