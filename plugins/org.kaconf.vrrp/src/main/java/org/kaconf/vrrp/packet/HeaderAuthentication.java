package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.kaconf.model.Authentication;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.packet.Decoded.Malformed;

/**
 * {@code auth_type AH}: an IP authentication header (RFC 2402) with HMAC-MD5-96 (RFC 2403) between the IPv4 header and VRRP, as keepalived sends it.
 * One for each virtual router: what it sends and what it receives share a sequence number, so that a new master counts on from the old one and a packet that
 * is sent again by somebody else is refused. Neither signing nor checking allocates anything. Not thread-safe.
 * <pre>
 *  0: next header = 112   1: length in words - 2 = 4   2: reserved
 *  4: security parameter index: the source address
 *  8: sequence number
 * 12: 12 bytes of HMAC over the packet
 * </pre>
 * The HMAC covers the whole packet with zero in type of service, fragmentation, header checksum and HMAC, and in the TTL when the packet is unicast.
 */
public final class HeaderAuthentication {
	/** IP protocol number of the authentication header. */
	public static final int PROTOCOL = 51;
	/** Length of the header. */
	public static final int BYTES = 24;

	private static final int LENGTH_FIELD = 4;
	private static final int SPI_OFFSET = 4;
	private static final int SEQUENCE_OFFSET = 8;
	private static final int ICV_OFFSET = 12;
	private static final int ICV_BYTES = 12;
	private static final int MAX_PACKET_BYTES = Ipv4Header.MAX_BYTES + BYTES + PacketCodec.MAX_IPV4_BYTES;

	private final HmacMd5 hmac;
	/** A packet while its HMAC is computed. */
	private final byte[] scratch = new byte[MAX_PACKET_BYTES];
	/** Unsigned. At one packet a second it lasts for 136 years. */
	private int sequence;

	/** @param configured its password is the key: the first eight bytes in UTF-8, filled up with zero */
	public HeaderAuthentication(Authentication configured) {
		hmac = new HmacMd5(Arrays.copyOf(configured.password().getBytes(StandardCharsets.UTF_8), Authentication.PASSWORD_BYTES));
	}

	/** The same sequence of packets, from now on with another password. */
	public HeaderAuthentication withPassword(Authentication configured) {
		HeaderAuthentication changed = new HeaderAuthentication(configured);
		changed.sequence = sequence;
		return changed;
	}

	/** Writes the header, yet to be signed, at the position of a buffer and advances it. */
	static void write(IpAddress source, ByteBuffer out) {
		out.put((byte) PacketCodec.PROTOCOL).put((byte) LENGTH_FIELD).put((byte) 0).put((byte) 0);
		out.put(source.bytes()).put(new byte[BYTES - SEQUENCE_OFFSET]);
	}

	/** Gives a packet the next sequence number and its HMAC. @param packet from its IPv4 header to its limit */
	void sign(ByteBuffer packet) {
		int header = Ipv4Header.length(packet);
		sequence++;
		for (int i = 0; i < 4; i++) {
			packet.put(header + SEQUENCE_OFFSET + i, (byte) (sequence >>> 24 - 8 * i));
		}
		packet.put(header + ICV_OFFSET, integrityCheckValue(packet, header), 0, ICV_BYTES);
	}

	/**
	 * Whether a received packet was signed with the same password and is newer than all before, in the order in which keepalived looks. Only a packet that is
	 * right counts. What follows the header is for {@link PacketCodec#decode}. Never throws, whatever the bytes are.
	 *
	 * @param packet from its IPv4 header at index 0 to its limit
	 * @return {@code null} when it is right
	 */
	public Malformed check(ByteBuffer packet) {
		int header = packet.limit() == 0 ? 0 : Ipv4Header.length(packet);
		if (header < Ipv4Header.BYTES || packet.limit() < header + BYTES + PacketCodec.HEADER_BYTES || packet.limit() > MAX_PACKET_BYTES) {
			return new Malformed(Reason.PACKET_LENGTH_ERROR, -1, "IPv4 VRRP packet with AH of a wrong length - " + packet.limit() + " bytes");
		}
		int vrid = packet.get(header + BYTES + 1) & 0xff;
		if (packet.get(header) != PacketCodec.PROTOCOL || packet.get(header + 1) != LENGTH_FIELD) {
			return new Malformed(Reason.AUTH_FAILURE, vrid, "IPSEC-AH : the header is for another protocol or algorithm");
		}
		byte[] expected = integrityCheckValue(packet, header);
		int difference = 0;
		for (int i = 0; i < ICV_BYTES; i++) {
			difference |= expected[i] ^ packet.get(header + ICV_OFFSET + i);
		}
		if (difference != 0) {
			return new Malformed(Reason.AUTH_FAILURE, vrid, "IPSEC-AH : invalid IPSEC HMAC-MD5 value. Due to fields mutation or bad password !");
		}
		if (word(packet, header + SPI_OFFSET) != word(packet, Ipv4Header.SOURCE_OFFSET)) {
			return new Malformed(Reason.AUTH_FAILURE, vrid, "IPSEC AH : invalid IPSEC SPI value. " + Integer.toUnsignedString(word(packet, header + SPI_OFFSET))
					+ " and expect " + Integer.toUnsignedString(word(packet, Ipv4Header.SOURCE_OFFSET)));
		}
		int received = word(packet, header + SEQUENCE_OFFSET);
		if (Integer.compareUnsigned(received, sequence) <= 0) {
			return new Malformed(Reason.AUTH_FAILURE, vrid, "IPSEC-AH : sequence number " + Integer.toUnsignedString(received)
					+ " already processed. Packet dropped. Local(" + Integer.toUnsignedString(sequence) + ")");
		}
		sequence = received;
		return null;
	}

	private byte[] integrityCheckValue(ByteBuffer packet, int header) {
		int length = packet.limit();
		packet.get(0, scratch, 0, length);
		Ipv4Header.clearMutableFields(scratch);
		Arrays.fill(scratch, header + ICV_OFFSET, header + BYTES, (byte) 0);
		return hmac.compute(scratch, length);
	}

	/** 32 bits in network order, whatever the order of the buffer is. */
	private static int word(ByteBuffer packet, int at) {
		int word = 0;
		for (int i = 0; i < 4; i++) {
			word = word << 8 | packet.get(at + i) & 0xff;
		}
		return word;
	}
}
