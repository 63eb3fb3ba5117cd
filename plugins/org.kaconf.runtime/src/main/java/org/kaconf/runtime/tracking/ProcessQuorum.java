package org.kaconf.runtime.tracking;

import org.kaconf.model.TrackProcess;

/**
 * Counts the processes of one kind and says when there are enough of them, with keepalived's delays: {@code fork_delay} counts when a fork makes them
 * enough, {@code terminate_delay} when an end makes them too few. Knows no clock.
 */
final class ProcessQuorum {
	private static final long NEVER = Long.MAX_VALUE;

	private final TrackProcess process;
	private int running;
	private boolean good;
	private long forkTimer = NEVER;
	private long terminateTimer = NEVER;

	/** @param running how many run at the start, which counts at once */
	ProcessQuorum(TrackProcess process, int running) {
		this.process = process;
		this.running = running;
		good = process.isGood(running);
	}

	TrackProcess process() {
		return process;
	}

	boolean good() {
		return good;
	}

	int running() {
		return running;
	}

	/** One more runs. @param forked by a fork, and not by beginning to run this program */
	void added(boolean forked, long now) {
		if (!crosses(running + 1)) {
			return;
		}
		if (terminateTimer != NEVER) {
			terminateTimer = NEVER;
		} else if (forked && !process.forkDelay().isZero()) {
			forkTimer = now + process.forkDelay().toNanos();
			return;
		}
		good = process.isGood(running);
	}

	/** One less runs. @param ended by its end, and not by running another program now */
	void removed(boolean ended, long now) {
		if (!crosses(running - 1)) {
			return;
		}
		if (forkTimer != NEVER) {
			forkTimer = NEVER;
		} else if (ended && !process.terminateDelay().isZero()) {
			terminateTimer = now + process.terminateDelay().toNanos();
			return;
		}
		good = process.isGood(running);
	}

	/** All were counted again. */
	void counted(int all, long now) {
		if (!crosses(all)) {
			return;
		}
		forkTimer = NEVER;
		boolean enough = process.isGood(running);
		terminateTimer = enough || process.terminateDelay().isZero() ? NEVER : now + process.terminateDelay().toNanos();
		good = enough || terminateTimer != NEVER && good;
	}

	private boolean crosses(int now) {
		boolean before = process.isGood(running);
		running = now;
		return before != process.isGood(running);
	}

	/** When a delay ends. */
	long nextDeadline() {
		return Math.min(forkTimer, terminateTimer);
	}

	/** Does what is due. */
	void due(long now) {
		if (nextDeadline() <= now) {
			forkTimer = NEVER;
			terminateTimer = NEVER;
			good = process.isGood(running);
		}
	}
}
