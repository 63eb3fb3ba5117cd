package org.kaconf.bench.daemon;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass that is itself a part of the measurement. */
final class Pause {
	private Pause() {
	}

	static void of(Duration duration) {
		try {
			boolean never = new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
			assert !never;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", e);
		}
	}
}
