package org.kaconf.bench.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
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
			Implementation.Start start = arena.prepareA(workload.owner("a"));
			for (int run = 1; run <= runs; run++) {
				long begin = System.nanoTime();
				RunningDaemon daemon = start.now();
				arena.awaitAdverts(Arena.ADDRESS_A, 1, begin);
				double milliseconds = (arena.capture().frames(f -> Arena.isFrom(f, Arena.ADDRESS_A, begin)).getFirst().nanos() - begin) / NANOS_PER_MILLI;
				samples.add(milliseconds);
				// Each, so that one sees whether what stands out is the first.
				results.progress(String.format(Locale.ROOT, "start %d: %.1f ms", run, milliseconds));
				daemon.stop();
				arena.renewCapture();
			}
		}
		return samples;
	}
}
