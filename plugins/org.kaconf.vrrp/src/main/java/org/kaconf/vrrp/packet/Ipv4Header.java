package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;
import org.kaconf.model.IpAddress;

/**
 * The IPv4 header of an advert for a socket with IP_HDRINCL (RFC 791, 3.1; RFC 9568, 5.1.1): no options, type of service 0xc0 (internetwork control),
 * no fragment flags, TTL 255.
 */
public final class Ipv4Header {
	/** Length in bytes. */
	public static final int BYTES = 20;
	static final int IDENTIFICATION_OFFSET = 4;
	private static final int TYPE_OF_SERVICE = 0xc0;
	private static final int CHECKSUM_OFFSET = 10;

	private Ipv4Header() {
	}

	/**
	 * Writes the header at the position of a buffer and advances it.
	 *
	 * @param identification 0..65535; of 0 the kernel makes a number of its own
	 * @param payloadLength bytes that follow
	 */
	public static void write(IpAddress source, IpAddress destination, int identification, int payloadLength, ByteBuffer out) {
		int start = out.position();
		int length = BYTES + payloadLength;
		out.put((byte) 0x45).put((byte) TYPE_OF_SERVICE);
		out.put((byte) (length >> 8)).put((byte) length);
		out.put((byte) (identification >> 8)).put((byte) identification);
		out.put((byte) 0).put((byte) 0);
		out.put((byte) PacketCodec.TTL).put((byte) PacketCodec.PROTOCOL);
		out.put((byte) 0).put((byte) 0);
		out.put(source.bytes()).put(destination.bytes());
		writeChecksum(out, start);
	}

	static void writeChecksum(ByteBuffer packet, int start) {
		packet.put(start + CHECKSUM_OFFSET, (byte) 0).put(start + CHECKSUM_OFFSET + 1, (byte) 0);
		int checksum = InternetChecksum.finish(InternetChecksum.add(0, packet, start, start + BYTES));
		packet.put(start + CHECKSUM_OFFSET, (byte) (checksum >> 8)).put(start + CHECKSUM_OFFSET + 1, (byte) checksum);
	}
}
