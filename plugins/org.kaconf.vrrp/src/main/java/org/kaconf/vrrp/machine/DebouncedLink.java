package org.kaconf.vrrp.machine;

import java.time.Duration;
import org.kaconf.model.Instance;

/**
 * The state of an interface after interface_up_down_delays: a change counts when it has lasted for its delay. The first time that an interface comes up
 * counts at once, as in keepalived. Immutable; times in nanoseconds.
 *
 * @param up what the virtual routers are told
 * @param seenUp whether it was ever up
 * @param deadline when the opposite of {@code up} counts, unless that is over by then; {@link Timing#NEVER} while there is nothing to wait for
 */
public record DebouncedLink(boolean up, boolean seenUp, long deadline) {
	/** What a configured delay is in the end: an instance must not sleep through the silence of its master. @return nanoseconds */
	public static long delay(Duration configured, Instance instance) {
		long interval = instance.advertInterval().toNanos();
		long silence = (instance.downTimerAdverts() - 1) * interval;
		return configured.toNanos() < silence ? configured.toNanos() : Math.max(0, silence - interval / 256);
	}

	/** An interface as it is found. */
	public static DebouncedLink of(boolean up) {
		return new DebouncedLink(up, up, Timing.NEVER);
	}

	/** The kernel says how the interface is. @param delay of a change to that; 0 for none */
	public DebouncedLink heard(boolean nowUp, long delay, long now) {
		if (nowUp == up) {
			return new DebouncedLink(up, seenUp, Timing.NEVER);
		}
		if (seenUp && delay > 0) {
			return deadline == Timing.NEVER ? new DebouncedLink(up, seenUp, now + delay) : this;
		}
		return changed();
	}

	/** Time has passed. */
	public DebouncedLink due(long now) {
		return deadline <= now ? changed() : this;
	}

	private DebouncedLink changed() {
		return new DebouncedLink(!up, true, Timing.NEVER);
	}
}
