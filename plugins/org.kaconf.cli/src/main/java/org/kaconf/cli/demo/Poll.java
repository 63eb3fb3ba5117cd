package org.kaconf.cli.demo;

import java.io.IOException;
import java.time.Duration;

/** Waits for something that can only be seen by looking. */
final class Poll {
	private static final Duration PAUSE = Duration.ofMillis(100);

	interface Condition {
		boolean holds() throws IOException, InterruptedException;
	}

	private Poll() {
	}

	/** @return whether it came to hold within the limit */
	static boolean until(Duration limit, Condition condition) throws IOException, InterruptedException {
		long deadline = System.nanoTime() + limit.toNanos();
		while (!condition.holds()) {
			if (System.nanoTime() - deadline > 0) {
				return false;
			}
			Thread.sleep(PAUSE);
		}
		return true;
	}
}
