package org.kaconf.runtime.daemon;

import java.time.Duration;
import org.kaconf.vrrp.machine.Timing;

/**
 * Goes through the takeover, without doing it, so often after the start that the JVM has compiled it: the first real one, after months of waiting, is then as quick as
 * any. Belongs to the loop's thread.
 */
final class Rehearsals {
	/** A method of ours is compiled when it was called 200 times (jvm-options.txt has Java's own wait longer). It is as many virtual routers as an interface can have, too, so that each has its packets ready. */
	private static final int TIMES = 255;
	/** Adverts are sent and read in between. */
	private static final long PAUSE = Duration.ofMillis(10).toNanos();

	private final Routers routers;
	private long next = Timing.NEVER;
	private int done;

	Rehearsals(Routers routers) {
		this.routers = routers;
	}

	/** From now on, soon. */
	void begin() {
		next = System.nanoTime();
	}

	/** When the next one is due. */
	long next() {
		return next;
	}

	void due(long now) {
		if (next <= now) {
			routers.rehearse(done);
			done++;
			next = done < TIMES ? now + PAUSE : Timing.NEVER;
		}
	}
}
