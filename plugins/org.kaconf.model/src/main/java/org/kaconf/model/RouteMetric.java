package org.kaconf.model;

/**
 * One number of a route.
 *
 * @param value 0..4294967295 in the kernel's unit
 * @param locked the kernel may not change it
 */
public record RouteMetric(Kind kind, long value, boolean locked) {
	/** By their names in ip-route(8), each with its attribute in linux/rtnetlink.h ({@code RTAX_...}). */
	public enum Kind {
		MTU(2), WINDOW(3),
		/** In eighths of a millisecond. */
		RTT(4),
		/** In quarters of a millisecond. */
		RTTVAR(5), SSTHRESH(6), CWND(7), ADVMSS(8), REORDERING(9), HOPLIMIT(10), INITCWND(11),
		/** Bits; 1 is explicit congestion notification. */
		FEATURES(12),
		/** In milliseconds. */
		RTO_MIN(13), INITRWND(14), QUICKACK(15), FASTOPEN_NO_COOKIE(17);

		private final int attribute;

		Kind(int attribute) {
			this.attribute = attribute;
		}

		public int attribute() {
			return attribute;
		}
	}
}
