package org.kaconf.model;

import java.time.Duration;

/**
 * When gratuitous ARP (IPv6: unsolicited neighbour advertisements) is sent.
 *
 * @param masterDelay pause after becoming master until the second batch; 0 for no second batch
 * @param masterRepeat frames of each batch after becoming master, at least 1
 * @param masterRefresh pause between batches while master; 0 for none
 * @param masterRefreshRepeat frames of each of those batches; 0 only by {@code vrrp_min_garp}
 * @param lowerPriorityDelay pause until the second batch after a lower-priority advert was seen while master
 * @param lowerPriorityRepeat frames of each of those batches
 * @param interval pause between two ARP frames on an interface; 0 for none
 * @param neighbourInterval pause between two neighbour advertisements on an interface; 0 for none
 * @param pacingGroup interfaces of the same number above 0 share one pause; 0 for an interface on its own
 * @param extraInterval {@code garp_extra_if}: pause between frames on further interfaces while master; 0 for none
 * @param extraOnAll those further interfaces are all of its addresses, not only VMACs
 */
public record GratuitousArp(Duration masterDelay, int masterRepeat, Duration masterRefresh, int masterRefreshRepeat,
		Duration lowerPriorityDelay, int lowerPriorityRepeat, Duration interval, Duration neighbourInterval, int pacingGroup,
		Duration extraInterval, boolean extraOnAll) {
	/** keepalived's defaults: five frames at once and five more after five seconds. */
	public static final GratuitousArp DEFAULT = new GratuitousArp(Duration.ofSeconds(5), 5, Duration.ZERO, 1, Duration.ofSeconds(5), 5, Duration.ZERO);

	/** Frames of one pace only for ARP, and nothing on further interfaces. */
	public GratuitousArp(Duration masterDelay, int masterRepeat, Duration masterRefresh, int masterRefreshRepeat, Duration lowerPriorityDelay,
			int lowerPriorityRepeat, Duration interval) {
		this(masterDelay, masterRepeat, masterRefresh, masterRefreshRepeat, lowerPriorityDelay, lowerPriorityRepeat, interval, Duration.ZERO, 0,
				Duration.ZERO, false);
	}

	/** These settings for an instance that has no further interfaces. */
	public GratuitousArp withoutExtra() {
		return new GratuitousArp(masterDelay, masterRepeat, masterRefresh, masterRefreshRepeat, lowerPriorityDelay, lowerPriorityRepeat, interval,
				neighbourInterval, pacingGroup, Duration.ZERO, false);
	}
}
