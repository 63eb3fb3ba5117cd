package org.kaconf.bench.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.kaconf.bench.result.Results;
import org.kaconf.bench.result.Samples;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.network.Frame;

/**
 * Overshoot of a failover in milliseconds: the time from the killed master's last advert to the new master's first one, less the master down
 * interval, which is how long the protocol wants the backup to wait.
 */
final class Takeover {
	private static final double NANOS_PER_MILLI = 1e6;
	private final Workload workload;
	private final int runs;
	private final Results results;

	Takeover(Workload workload, int runs, Results results) {
		this.workload = workload;
		this.runs = runs;
		this.results = results;
	}

	Samples measure(Implementation implementation) throws IOException, TimeoutException {
		Samples overshoot = new Samples();
		try (Arena arena = new Arena(implementation)) {
			for (int run = 1; run <= runs; run++) {
				results.progress(implementation + ": failover of " + workload + ", run " + run + " of " + runs);
				overshoot.addAll(once(arena));
				arena.renewCapture();
			}
		}
		return overshoot;
	}

	private Samples once(Arena arena) throws IOException, TimeoutException {
		RunningDaemon master = arena.startA(workload.master("a"));
		arena.awaitAdverts(Arena.ADDRESS_A, workload.instances(), 0);
		RunningDaemon backup = arena.startB(workload.backup("b"));
		// The second batch of gratuitous ARPs follows after five seconds; a failover in quiet times is what is measured.
		Pause.of(Duration.ofSeconds(7).plusNanos(ThreadLocalRandom.current().nextLong(workload.interval().toNanos())));
		master.crash();
		arena.awaitAdverts(Arena.ADDRESS_B, workload.instances(), 0);
		backup.stop();
		return overshoot(arena);
	}

	private Samples overshoot(Arena arena) {
		Map<Integer, Long> last = new HashMap<>();
		Map<Integer, Long> first = new HashMap<>();
		for (Frame frame : arena.capture().frames(Frame::isVrrp)) {
			IpAddress source = frame.source();
			if (source.equals(Arena.ADDRESS_A)) {
				last.put(frame.virtualRouterId(), frame.nanos());
			} else if (source.equals(Arena.ADDRESS_B)) {
				first.putIfAbsent(frame.virtualRouterId(), frame.nanos());
			}
		}
		Samples samples = new Samples();
		first.forEach((id, nanos) -> samples.add((nanos - last.get(id) - workload.masterDownNanos()) / NANOS_PER_MILLI));
		return samples;
	}
}
