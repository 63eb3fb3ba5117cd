package org.kaconf.runtime.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.kaconf.model.ProcessSettings;
import org.kaconf.runtime.linux.Scheduling;

/**
 * Notes when a processor of this machine did not get round to threads of the lowest realtime priority, that of a daemon. A virtual processor may stand still for 100 ms and more, whatever runs on it; what is measured of a
 * daemon in that time is no property of the daemon's.
 */
public final class Standstills implements AutoCloseable {
	private static final long BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();
	/** A sleeper that is late by less was not held up. */
	private static final long LEAST = Duration.ofMillis(2).toNanos();

	/** In times of {@link System#nanoTime}. */
	private record Standstill(long from, long to) {
		long within(long begin, long end) {
			return Math.max(0, Math.min(to, end) - Math.max(from, begin));
		}
	}

	private final List<Standstill> seen = new ArrayList<>();
	private volatile boolean closed;

	/** Begins to watch every processor. */
	public Standstills() {
		for (int cpu = 0; cpu < Runtime.getRuntime().availableProcessors(); cpu++) {
			ProcessSettings settings = new ProcessSettings(null, false, null, null, List.of(cpu));
			Thread.ofPlatform().name("standstills of processor " + cpu).daemon().start(() -> watch(settings));
		}
	}

	private void watch(ProcessSettings settings) {
		// A processor that may not be chosen is watched by chance; that is better than not at all.
		Scheduling.apply(settings);
		long due = System.nanoTime();
		while (!closed) {
			long now = System.nanoTime();
			if (now - due > LEAST) {
				add(new Standstill(due, now));
			}
			due = now + BETWEEN_LOOKS;
			LockSupport.parkNanos(BETWEEN_LOOKS);
		}
	}

	private synchronized void add(Standstill standstill) {
		seen.add(standstill);
	}

	/** The time between two frames without that in which a processor stood still, one after another if there were several. @return in nanoseconds, 0 at least */
	public long awakeBetween(Frame before, Frame after) {
		return awakeBetween(before.nanos(), after.nanos());
	}

	/** The same for two moments of {@link System#nanoTime}. */
	synchronized long awakeBetween(long from, long to) {
		return Math.max(0, to - from - seen.stream().mapToLong(s -> s.within(from, to)).sum());
	}

	/** The longest time from one of these frames to the next, as {@link #awakeBetween(Frame, Frame)} counts. @return in nanoseconds; 0 for less than two frames */
	public long longestGap(List<Frame> frames) {
		long longest = 0;
		for (int i = 1; i < frames.size(); i++) {
			longest = Math.max(longest, awakeBetween(frames.get(i - 1), frames.get(i)));
		}
		return longest;
	}

	@Override
	public void close() {
		closed = true;
	}
}
