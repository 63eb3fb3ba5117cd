package org.kaconf.model;

/**
 * One line of {@code unicast_peer}.
 *
 * @param minTtl lowest TTL accepted from it, 0..255; {@code null} for no check
 * @param maxTtl highest TTL accepted from it, 0..255; {@code null} for no check
 */
public record UnicastPeer(IpAddress address, Integer minTtl, Integer maxTtl, Origins origins) {
	public UnicastPeer {
		origins = Origins.orNone(origins);
	}
}
