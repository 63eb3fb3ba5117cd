package org.kaconf.runtime.loop;

import java.util.concurrent.TimeUnit;

/**
 * How many lines may be logged: as many as a node with hundreds of virtual routers has to say at once, but not for long. Whoever floods the segment must not
 * fill the disk.
 */
final class LineBudget {
	static final int AT_ONCE = 10_000;
	static final int A_SECOND = 100;
	private static final long NANOS_PER_LINE = TimeUnit.SECONDS.toNanos(1) / A_SECOND;

	/** Up to when the lines of the past use up the budget, if it grew by {@link #A_SECOND}. */
	private long spentUntil;

	/** @param now of {@link System#nanoTime()} */
	LineBudget(long now) {
		spentUntil = now - AT_ONCE * NANOS_PER_LINE;
	}

	/** Takes one line from the budget. @return false when there is none left */
	synchronized boolean spend(long now) {
		long earliest = now - AT_ONCE * NANOS_PER_LINE;
		long after = (spentUntil - earliest < 0 ? earliest : spentUntil) + NANOS_PER_LINE;
		if (after - now > 0) {
			return false;
		}
		spentUntil = after;
		return true;
	}
}
