package org.kaconf.model;

import java.time.Duration;

/**
 * When gratuitous ARP (IPv6: unsolicited neighbour advertisements) is sent.
 *
 * @param masterDelay pause after becoming master until the second batch; 0 for no second batch
 * @param masterRepeat frames of each batch after becoming master, at least 1
 * @param masterRefresh pause between batches while master; 0 for none
 * @param masterRefreshRepeat frames of each of those batches, at least 1
 * @param lowerPriorityDelay pause until the second batch after a lower-priority advert was seen while master
 * @param lowerPriorityRepeat frames of each of those batches
 * @param interval pause between two ARP frames on an interface; 0 for none
 */
public record GratuitousArp(Duration masterDelay, int masterRepeat, Duration masterRefresh, int masterRefreshRepeat,
		Duration lowerPriorityDelay, int lowerPriorityRepeat, Duration interval) {
	/** keepalived's defaults: five frames at once and five more after five seconds. */
	public static final GratuitousArp DEFAULT = new GratuitousArp(Duration.ofSeconds(5), 5, Duration.ZERO, 1, Duration.ofSeconds(5), 5, Duration.ZERO);
}
