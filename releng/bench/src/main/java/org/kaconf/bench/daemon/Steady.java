package org.kaconf.bench.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.kaconf.bench.result.Results;
import org.kaconf.bench.result.Samples;
import org.kaconf.runtime.network.Frame;

/** A master and its backup, left alone: what they cost and how regular the adverts are. */
final class Steady {
	private static final double PERCENT = 100;
	private static final double MEGABYTE = 1 << 20;
	private static final double NANOS_PER_MICRO = 1e3;
	private final Workload workload;
	private final Duration warmUp;
	private final Duration duration;
	private final Results results;

	/**
	 * @param masterCpu percent of one core
	 * @param backupCpu percent of one core
	 * @param masterMegabytes resident memory
	 * @param backupMegabytes resident memory
	 * @param jitter how far the gaps between adverts were from the interval, in microseconds
	 */
	record Cost(double masterCpu, double backupCpu, double masterMegabytes, double backupMegabytes, Samples jitter) {
	}

	Steady(Workload workload, Duration warmUp, Duration duration, Results results) {
		this.workload = workload;
		this.warmUp = warmUp;
		this.duration = duration;
		this.results = results;
	}

	Cost measure(Implementation implementation) throws IOException, TimeoutException {
		results.progress(implementation + ": " + workload + " for " + duration.toSeconds() + " s");
		try (Arena arena = new Arena(implementation)) {
			RunningDaemon master = arena.startA(workload.master("a"));
			arena.awaitAdverts(Arena.ADDRESS_A, workload.instances(), 0);
			RunningDaemon backup = arena.startB(workload.backup("b"));
			Pause.of(warmUp);
			arena.renewCapture();
			long start = System.nanoTime();
			long masterBefore = master.cpuNanos();
			long backupBefore = backup.cpuNanos();
			Pause.of(duration);
			double elapsed = System.nanoTime() - start;
			double masterCpu = (master.cpuNanos() - masterBefore) / elapsed * PERCENT;
			double backupCpu = (backup.cpuNanos() - backupBefore) / elapsed * PERCENT;
			Cost cost = new Cost(masterCpu, backupCpu, master.residentBytes() / MEGABYTE, backup.residentBytes() / MEGABYTE, jitter(arena));
			backup.stop();
			master.stop();
			return cost;
		}
	}

	private Samples jitter(Arena arena) {
		Map<Integer, Long> before = new HashMap<>();
		Samples jitter = new Samples();
		for (Frame frame : arena.capture().frames(f -> Arena.isFrom(f, Arena.ADDRESS_A, 0))) {
			Long previous = before.put(frame.virtualRouterId(), frame.nanos());
			if (previous != null) {
				jitter.add(Math.abs(frame.nanos() - previous - workload.interval().toNanos()) / NANOS_PER_MICRO);
			}
		}
		return jitter;
	}
}
