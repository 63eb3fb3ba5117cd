package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/**
 * An advert built once and sent many times. Changing the priority touches two fields and allocates nothing, and neither does signing, so that a master
 * sends its adverts without making garbage. Not thread-safe.
 */
public final class PreparedPacket {
	private final ByteBuffer packet;
	/** {@code null} for none. */
	private final HeaderAuthentication authentication;
	private final boolean hasIpHeader;
	private final int payloadStart;
	private int identification;

	/**
	 * @param destination the multicast group or one unicast peer
	 * @return a packet that over IPv4 begins with its IP header (for IP_HDRINCL) and over IPv6 with VRRP
	 */
	public static PreparedPacket of(Advertisement advert, IpAddress source, IpAddress destination) {
		return of(advert, Envelope.of(source, destination), null);
	}

	/**
	 * @param authentication puts an authentication header before VRRP and signs every packet; {@code null} for none, as always over IPv6
	 * @return a packet that over IPv4 begins with its IP header (for IP_HDRINCL) and over IPv6 with VRRP
	 */
	public static PreparedPacket of(Advertisement advert, Envelope envelope, HeaderAuthentication authentication) {
		return new PreparedPacket(advert, envelope, authentication);
	}

	private PreparedPacket(Advertisement advert, Envelope envelope, HeaderAuthentication authentication) {
		this.authentication = authentication;
		hasIpHeader = envelope.source().family() == Family.IPV4;
		if (authentication != null && !hasIpHeader) {
			throw new IllegalArgumentException("auth_type AH is for IPv4 only");
		}
		int length = PacketCodec.length(advert, envelope.source().family());
		int authenticationBytes = authentication == null ? 0 : HeaderAuthentication.BYTES;
		payloadStart = hasIpHeader ? Ipv4Header.BYTES + authenticationBytes : 0;
		packet = ByteBuffer.allocateDirect(payloadStart + length);
		if (hasIpHeader) {
			int protocol = authentication == null ? PacketCodec.PROTOCOL : HeaderAuthentication.PROTOCOL;
			Ipv4Header.write(envelope, protocol, 0, authenticationBytes + length, packet);
		}
		if (authentication != null) {
			HeaderAuthentication.write(envelope.source(), packet);
		}
		PacketCodec.encode(advert, envelope, packet);
		packet.flip();
	}

	/** What {@link #next} returns, for callers that keep it. */
	public ByteBuffer bytes() {
		return packet;
	}

	/**
	 * The packet with the given priority, ready to be sent. Every call counts the IPv4 identification up, from 1, leaving out 0.
	 *
	 * @param priority 0..255
	 * @return always the same direct buffer; its position is 0, its limit the length
	 */
	public ByteBuffer next(int priority) {
		setPriority(priority);
		if (hasIpHeader) {
			identification = identification == 0xffff ? 1 : identification + 1;
			packet.put(Ipv4Header.IDENTIFICATION_OFFSET, (byte) (identification >> 8));
			packet.put(Ipv4Header.IDENTIFICATION_OFFSET + 1, (byte) identification);
			Ipv4Header.writeChecksum(packet, 0);
		}
		if (authentication != null) {
			authentication.sign(packet);
		}
		return packet;
	}

	/** Changes the checksum by the difference of the one word that changes (RFC 1624, equation 3). */
	private void setPriority(int priority) {
		int at = payloadStart + PacketCodec.PRIORITY_OFFSET;
		int before = word(at);
		int after = (priority & 0xff) << 8 | before & 0xff;
		if (before == after) {
			return;
		}
		int checksumAt = payloadStart + PacketCodec.CHECKSUM_OFFSET;
		int checksum = InternetChecksum.finish((long) (~word(checksumAt) & 0xffff) + (~before & 0xffff) + after);
		packet.put(at, (byte) priority);
		packet.put(checksumAt, (byte) (checksum >> 8)).put(checksumAt + 1, (byte) checksum);
	}

	private int word(int at) {
		return (packet.get(at) & 0xff) << 8 | packet.get(at + 1) & 0xff;
	}
}
