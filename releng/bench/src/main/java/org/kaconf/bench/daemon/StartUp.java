package org.kaconf.bench.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.kaconf.bench.result.Results;
import org.kaconf.bench.result.Samples;

/** From the start of the process of an address owner, which is master at once, to its first advert, in milliseconds. */
final class StartUp {
	private static final double NANOS_PER_MILLI = 1e6;
	private final int runs;
	private final Results results;

	StartUp(int runs, Results results) {
		this.runs = runs;
		this.results = results;
	}

	Samples measure(Implementation implementation) throws IOException, TimeoutException {
		results.progress(implementation + ": " + runs + " starts");
		Workload workload = new Workload(1, Duration.ofSeconds(1));
		Samples samples = new Samples();
		try (Arena arena = new Arena(implementation)) {
			for (int run = 0; run < runs; run++) {
				long start = System.nanoTime();
				RunningDaemon daemon = arena.startA(workload.owner("a"));
				arena.awaitAdverts(Arena.ADDRESS_A, 1, start);
				samples.add((arena.capture().frames(f -> Arena.isFrom(f, Arena.ADDRESS_A, start)).getFirst().nanos() - start) / NANOS_PER_MILLI);
				daemon.stop();
				arena.renewCapture();
			}
		}
		return samples;
	}
}
