package org.kaconf.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waits for what announces itself nowhere. */
public final class Patience {
	/** A look often costs processes, and the machine has other things to do, too. */
	private static final long BETWEEN_LOOKS = Duration.ofMillis(20).toNanos();

	/** Something to look at again until it holds. */
	public interface Condition {
		boolean holds() throws IOException;
	}

	private Patience() {
	}

	/** @param what is waited for, for the exception when the limit is over */
	public static void await(String what, Duration limit, Condition condition) throws IOException, TimeoutException {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.holds()) {
			if (System.nanoTime() > end) {
				throw new TimeoutException("not within " + limit.toSeconds() + " s: " + what);
			}
			LockSupport.parkNanos(BETWEEN_LOOKS);
		}
	}
}
