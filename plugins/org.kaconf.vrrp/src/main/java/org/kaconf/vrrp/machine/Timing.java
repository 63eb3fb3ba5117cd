package org.kaconf.vrrp.machine;

import org.kaconf.model.Instance;
import org.kaconf.model.VrrpVersion;

/** The intervals of RFC 9568, 6.1 and RFC 3768, 6.1, in nanoseconds. */
public final class Timing {
	/** A deadline that never comes. */
	public static final long NEVER = Long.MAX_VALUE;
	private static final long NANOS_PER_SECOND = 1_000_000_000L;
	private static final int PRIORITIES = 256;

	private Timing() {
	}

	/**
	 * By how much a router of lower priority waits longer.
	 *
	 * @param priority effective priority, 1..255
	 * @param masterAdvertInterval interval of the master's adverts; it matters in version 3 only
	 */
	public static long skew(VrrpVersion version, int priority, long masterAdvertInterval) {
		long scale = version == VrrpVersion.V2 ? NANOS_PER_SECOND : masterAdvertInterval;
		return (PRIORITIES - priority) * scale / PRIORITIES;
	}

	/** How long a backup waits for an advert until it takes over: the master down interval. */
	public static long masterDown(Instance instance, int priority, long masterAdvertInterval) {
		return instance.downTimerAdverts() * masterAdvertInterval + skew(instance.version(), priority, masterAdvertInterval);
	}

	/** The deadline after {@code previous} in a regular series, without drift; when a whole interval was missed, the series starts anew. */
	static long following(long previous, long interval, long now) {
		long next = previous + interval;
		return next > now ? next : now + interval;
	}

	static long shifted(long deadline, long nanos) {
		return deadline == NEVER ? NEVER : deadline + nanos;
	}
}
