package org.kaconf.model;

/**
 * How an instance talks to its unicast peers.
 *
 * @param ttl of the adverts, 0..255; {@code null} for 255
 * @param checkSource adverts of others than the peers are dropped
 * @param faultWithoutPeers an instance for which no peer is left is in fault; otherwise it falls back to multicast
 */
public record UnicastOptions(Integer ttl, boolean checkSource, boolean faultWithoutPeers, Checksum checksum) {
	/** What keepalived does when nothing is written. */
	public static final UnicastOptions DEFAULT = new UnicastOptions(null, false, false, Checksum.AUTOMATIC);

	/** Checksum of version 3 adverts to peers: keepalived up to 1.3.6 left part of the pseudo header out (its {@code old_unicast_checksum}). */
	public enum Checksum {
		/** The standard's, until a peer is heard that uses the old one. */
		AUTOMATIC,
		/** The old one from the start. */
		OLD,
		/** The standard's, whatever a peer uses. */
		STANDARD
	}
}
