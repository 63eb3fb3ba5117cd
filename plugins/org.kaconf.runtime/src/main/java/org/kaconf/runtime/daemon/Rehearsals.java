package org.kaconf.runtime.daemon;

import java.time.Duration;
import org.kaconf.vrrp.machine.Timing;

/**
 * Goes through the takeover, without doing it, so often after the start that the JVM has compiled it: the first real one, after months of waiting, is then as quick as
 * any. Belongs to the loop's thread.
 */
final class Rehearsals {
	/** A method is compiled when it was called 200 times. */
	private static final int TIMES = 250;
	/** Adverts are sent and read in between. */
	private static final long PAUSE = Duration.ofMillis(10).toNanos();

	private final Routers routers;
	private long next = Timing.NEVER;
	private int left;

	Rehearsals(Routers routers) {
		this.routers = routers;
	}

	/** Has every router go through it, and then one of them again and again. */
	void begin() {
		routers.rehearse();
		left = TIMES;
		next = System.nanoTime() + PAUSE;
	}

	/** When the next one is due. */
	long next() {
		return next;
	}

	void due(long now) {
		if (next <= now) {
			routers.rehearseOne();
			left--;
			next = left > 0 ? now + PAUSE : Timing.NEVER;
		}
	}
}
