package org.kaconf.vrrp.packet;

import org.kaconf.model.IpAddress;

/**
 * What the IP header of an advert says.
 *
 * @param destination the multicast group or one unicast peer
 * @param ttl TTL or hop limit, 0..255; -1 for a received packet of which it is not known
 * @param checksumDestination what stands for the destination in the pseudo-header of the checksum: the destination itself (RFC 5798, 5.2.8)
 */
public record Envelope(IpAddress source, IpAddress destination, int ttl, IpAddress checksumDestination) {
	/** An envelope as the RFCs have it. */
	public static Envelope of(IpAddress source, IpAddress destination) {
		return new Envelope(source, destination, PacketCodec.TTL, destination);
	}

	public Envelope withTtl(int newTtl) {
		return new Envelope(source, destination, newTtl, checksumDestination);
	}

	/**
	 * The envelope in which keepalived before 2.0 sent version 3 to a unicast peer, and later versions do with {@code old_unicast_checksum}: the checksum
	 * is that of a packet to the multicast group.
	 */
	public Envelope withChecksumFor(IpAddress multicastGroup) {
		return new Envelope(source, destination, ttl, multicastGroup);
	}
}
