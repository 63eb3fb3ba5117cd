package org.kaconf.model;

import java.time.Duration;

/**
 * A {@code bfd_instance} (RFC 5880).
 *
 * @param source {@code null} for the kernel's choice
 * @param minReceive shortest pause between packets of the neighbour that it can bear
 * @param minTransmit shortest pause between packets of its own that it wants
 * @param idleTransmit pause between them while the session is down, at least 1 s
 * @param multiplier packets missed until the session is down, 1..255
 * @param passive waits for the neighbour to begin
 * @param ttl TTL or hop limit of its packets, 1..255
 * @param maxHops hops that packets received may have made, -1..255; -1 for any
 * @param multihop RFC 5883: the neighbour is not on the link (since 2.2.8)
 * @param weight -253..253; 0 makes a session that is down a fault
 * @param vrrp whether VRRP hears of it; false when it is for the checkers alone
 */
public record BfdSession(String name, IpAddress neighbour, IpAddress source, Duration minReceive, Duration minTransmit, Duration idleTransmit,
		int multiplier, boolean passive, int ttl, int maxHops, boolean multihop, int weight, boolean reverse, boolean vrrp, Origins origins) {
	public BfdSession {
		origins = Origins.orNone(origins);
	}
}
