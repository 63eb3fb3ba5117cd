package org.kaconf.runtime.linux;

import java.util.function.Consumer;
import org.kaconf.model.ProcessSettings;

/**
 * Raises the realtime priority of the calling thread by one each time that it runs too late, up to a bound; a thread that is none of realtime becomes one ({@code max_auto_priority},
 * {@code min_auto_priority_delay}). It is never lowered again: the load that made it necessary may come back.
 */
public final class RisingPriority {
	private final long tolerableNanos;
	private final int greatest;
	private final Consumer<String> log;
	private int current;

	/** @param settings what the thread was given at its start */
	public RisingPriority(ProcessSettings settings, Consumer<String> log) {
		tolerableNanos = settings.automatic().lateness().toNanos();
		greatest = settings.automatic().greatest();
		current = settings.effectiveRealtimePriority();
		this.log = log;
	}

	/** Something was due so long ago. */
	public void late(long nanos) {
		if (nanos <= tolerableNanos) {
			return;
		}
		log.accept("A timer has expired " + nanos / 1_000_000 + " ms ago");
		if (current >= greatest) {
			return;
		}
		int next = current + 1;
		long result = Scheduling.setRealtimePriority(next);
		if (result < 0) {
			log.accept("Realtime priority " + next + " is not possible: " + LinuxException.describe((int) -result));
			return;
		}
		current = next;
		log.accept("Realtime priority is " + next + " now");
	}
}
