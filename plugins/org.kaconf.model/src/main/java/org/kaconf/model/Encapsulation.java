package org.kaconf.model;

/**
 * {@code encap}: what packets of a route are wrapped in (ip-route(8)); what is {@code null} is not set.
 *
 * @param target MPLS labels divided by slashes, or an ILA locator; else {@code null}
 * @param id of the tunnel, an unsigned number of 64 bits
 * @param trafficClass name or number of the type of service or traffic class
 * @param hopLimit TTL or hop limit, 0..255
 * @param flags 0..65535
 */
public record Encapsulation(Kind kind, String target, String id, IpAddress destination, IpAddress source, String trafficClass, Integer hopLimit,
		Integer flags) {
	public enum Kind {
		MPLS, IP, IP6, ILA
	}
}
