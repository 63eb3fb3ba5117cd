package org.kaconf.bench.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.kaconf.bench.result.Results;
import org.kaconf.runtime.network.Frame;

/** How often a backup takes a living master for dead while every core of the machine is busy. Both implementations suffer at the same time. */
final class FalseFailovers {
	private final Workload workload;
	private final Duration duration;
	private final Results results;

	FalseFailovers(Workload workload, Duration duration, Results results) {
		this.workload = workload;
		this.duration = duration;
		this.results = results;
	}

	Map<Implementation, Integer> measure() throws IOException, TimeoutException {
		List<Process> busy = new ArrayList<>();
		try (Arena kaconf = new Arena(Implementation.KACONF); Arena keepalived = new Arena(Implementation.KEEPALIVED)) {
			for (Arena arena : List.of(kaconf, keepalived)) {
				arena.startA(workload.master("a"));
				arena.awaitAdverts(Arena.ADDRESS_A, workload.instances(), 0);
				arena.startB(workload.backup("b"));
			}
			for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
				busy.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
			}
			Pause.of(Duration.ofSeconds(10));
			results.progress("both: " + workload + " on a busy machine for " + duration.toMinutes() + " min");
			kaconf.renewCapture();
			keepalived.renewCapture();
			Pause.of(duration);
			Map<Implementation, Integer> failovers = new EnumMap<>(Implementation.class);
			failovers.put(Implementation.KACONF, failovers(kaconf));
			failovers.put(Implementation.KEEPALIVED, failovers(keepalived));
			return failovers;
		} finally {
			busy.forEach(Process::destroyForcibly);
		}
	}

	/** Each time the backup's adverts begin, after it has kept silent for as long as it waits for the master; while both send, that is one failover. */
	private int failovers(Arena arena) {
		int count = 0;
		long before = Long.MIN_VALUE / 2;
		for (Frame frame : arena.capture().frames(f -> Arena.isFrom(f, Arena.ADDRESS_B, 0))) {
			if (frame.nanos() - before > workload.masterDownNanos()) {
				count++;
			}
			before = frame.nanos();
		}
		return count;
	}
}
