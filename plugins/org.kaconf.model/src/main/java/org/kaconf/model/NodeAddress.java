package org.kaconf.model;

/**
 * An address a node has of its own: {@code address PREFIX dev INTERFACE} in its node block.
 *
 * @param device {@code null} when not said
 */
public record NodeAddress(IpPrefix prefix, String device, Origins origins) {
	public NodeAddress {
		origins = Origins.orNone(origins);
	}
}
