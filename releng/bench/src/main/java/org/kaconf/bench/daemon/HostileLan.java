package org.kaconf.bench.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.kaconf.bench.result.Results;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.network.Flood;
import org.kaconf.runtime.network.NetworkHost;

/** A master whose neighbour floods the segment: what that costs. */
final class HostileLan {
	private static final double PERCENT = 100;
	private static final IpAddress VIRTUAL = IpAddress.of("10.9.1.1");
	private static final int TTL = 255;
	private static final int RANDOM_FRAMES = 100;
	private final Workload workload;
	private final int perSecond;
	private final Duration duration;
	private final Results results;

	/** What the neighbour sends. */
	enum Kind {
		OTHER_VIRTUAL_ROUTER("for another virtual router", Flood.advert(200, 100, TTL, VIRTUAL)),
		WRONG_TTL("with a wrong TTL", Flood.advert(1, 255, 64, VIRTUAL)),
		RANDOM_BYTES("of random bytes", null),
		LOWER_PRIORITY("of lower priority", Flood.advert(1, 10, TTL, VIRTUAL));

		private final String words;
		private final List<byte[]> frames = new ArrayList<>();

		Kind(String words, byte[] frame) {
			this.words = words;
			if (frame != null) {
				frames.add(frame);
				return;
			}
			Random random = new Random(1);
			for (int i = 0; i < RANDOM_FRAMES; i++) {
				frames.add(Flood.randomized(Flood.advert(1, 100, TTL, VIRTUAL), random));
			}
		}

		@Override
		public String toString() {
			return words;
		}
	}

	/** @param perSecond packets that really came each second @param cpu percent of one core */
	record Cost(long perSecond, double cpu) {
	}

	HostileLan(Workload workload, int perSecond, Duration duration, Results results) {
		this.workload = workload;
		this.perSecond = perSecond;
		this.duration = duration;
		this.results = results;
	}

	Cost measure(Implementation implementation, Kind kind) throws IOException, TimeoutException {
		results.progress(implementation + ": packets " + kind + " for " + duration.toSeconds() + " s");
		try (Arena arena = new Arena(implementation)) {
			NetworkHost neighbour = arena.addHost("c", "10.9.0.3/16");
			RunningDaemon master = arena.startA(workload.master("a"));
			arena.awaitAdverts(Arena.ADDRESS_A, workload.instances(), 0);
			Flood flood = new Flood(kind.frames);
			flood.send(neighbour, perSecond, perSecond);
			long start = System.nanoTime();
			long before = master.cpuNanos();
			long rate = flood.send(neighbour, (int) (perSecond * duration.toSeconds()), perSecond);
			double elapsed = System.nanoTime() - start;
			Cost cost = new Cost(rate, (master.cpuNanos() - before) / elapsed * PERCENT);
			master.stop();
			return cost;
		}
	}
}
