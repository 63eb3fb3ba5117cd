package org.kaconf.bench.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.kaconf.bench.result.Results;
import org.kaconf.model.IpAddress;
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

	/** Each time the backup's adverts begin. */
	private static int failovers(Arena arena) {
		int count = 0;
		IpAddress before = Arena.ADDRESS_A;
		for (Frame frame : arena.capture().frames(Frame::isVrrp)) {
			IpAddress source = frame.source();
			if (source.equals(Arena.ADDRESS_B) && !before.equals(source)) {
				count++;
			}
			before = source;
		}
		return count;
	}
}
