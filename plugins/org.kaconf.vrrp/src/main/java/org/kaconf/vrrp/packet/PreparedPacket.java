package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/**
 * An advert built once and sent many times. Changing the priority touches two fields and allocates nothing, so that a master sends its adverts without
 * making garbage. Not thread-safe.
 */
public final class PreparedPacket {
	private final ByteBuffer packet;
	private final int payloadStart;
	private int identification;

	/**
	 * @param destination the multicast group or one unicast peer
	 * @return a packet that over IPv4 begins with its IP header (for IP_HDRINCL) and over IPv6 with VRRP
	 */
	public static PreparedPacket of(Advertisement advert, IpAddress source, IpAddress destination) {
		return new PreparedPacket(advert, source, destination);
	}

	private PreparedPacket(Advertisement advert, IpAddress source, IpAddress destination) {
		int length = PacketCodec.length(advert, source.family());
		payloadStart = source.family() == Family.IPV4 ? Ipv4Header.BYTES : 0;
		packet = ByteBuffer.allocateDirect(payloadStart + length);
		if (source.family() == Family.IPV4) {
			Ipv4Header.write(source, destination, 0, length, packet);
		}
		PacketCodec.encode(advert, source, destination, packet);
		packet.flip();
	}

	/**
	 * The packet with the given priority, ready to be sent. Every call counts the IPv4 identification up, from 1, leaving out 0.
	 *
	 * @param priority 0..255
	 * @return always the same direct buffer; its position is 0, its limit the length
	 */
	public ByteBuffer next(int priority) {
		setPriority(priority);
		if (payloadStart > 0) {
			identification = identification == 0xffff ? 1 : identification + 1;
			packet.put(Ipv4Header.IDENTIFICATION_OFFSET, (byte) (identification >> 8));
			packet.put(Ipv4Header.IDENTIFICATION_OFFSET + 1, (byte) identification);
			Ipv4Header.writeChecksum(packet, 0);
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
