package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;

/**
 * The IPv4 header of an advert for a socket with IP_HDRINCL (RFC 791, 3.1; RFC 9568, 5.1.1): no options, type of service 0xc0 (internetwork control),
 * no fragment flags.
 */
public final class Ipv4Header {
	/** Length in bytes without options. */
	public static final int BYTES = 20;
	/** Length in bytes with all the options that fit. */
	static final int MAX_BYTES = 60;
	static final int IDENTIFICATION_OFFSET = 4;
	static final int SOURCE_OFFSET = 12;
	private static final int TYPE_OF_SERVICE = 0xc0;
	private static final int TYPE_OF_SERVICE_OFFSET = 1;
	private static final int FRAGMENT_OFFSET = 6;
	private static final int TTL_OFFSET = 8;
	private static final int CHECKSUM_OFFSET = 10;
	private static final int DESTINATION_OFFSET = 16;

	private Ipv4Header() {
	}

	/**
	 * Writes the header at the position of a buffer and advances it.
	 *
	 * @param protocol what follows the header, 0..255
	 * @param identification 0..65535; of 0 the kernel makes a number of its own
	 * @param payloadLength bytes that follow
	 */
	public static void write(Envelope envelope, int protocol, int identification, int payloadLength, ByteBuffer out) {
		int start = out.position();
		int length = BYTES + payloadLength;
		out.put((byte) 0x45).put((byte) TYPE_OF_SERVICE);
		out.put((byte) (length >> 8)).put((byte) length);
		out.put((byte) (identification >> 8)).put((byte) identification);
		out.put((byte) 0).put((byte) 0);
		out.put((byte) envelope.ttl()).put((byte) protocol);
		out.put((byte) 0).put((byte) 0);
		out.put(envelope.source().bytes()).put(envelope.destination().bytes());
		writeChecksum(out, start);
	}

	static void writeChecksum(ByteBuffer packet, int start) {
		packet.put(start + CHECKSUM_OFFSET, (byte) 0).put(start + CHECKSUM_OFFSET + 1, (byte) 0);
		int checksum = InternetChecksum.finish(InternetChecksum.add(0, packet, start, start + BYTES));
		packet.put(start + CHECKSUM_OFFSET, (byte) (checksum >> 8)).put(start + CHECKSUM_OFFSET + 1, (byte) checksum);
	}

	/** Length in bytes of the header at index 0, with its options: 0..60. */
	static int length(ByteBuffer packet) {
		return (packet.get(0) & 0xf) * 4;
	}

	/** Clears what may change on the way and is not covered by an authentication header: for multicast the TTL, which must be 255, is. */
	static void clearMutableFields(byte[] packet) {
		packet[TYPE_OF_SERVICE_OFFSET] = 0;
		packet[FRAGMENT_OFFSET] = 0;
		packet[FRAGMENT_OFFSET + 1] = 0;
		packet[CHECKSUM_OFFSET] = 0;
		packet[CHECKSUM_OFFSET + 1] = 0;
		boolean multicast = (packet[DESTINATION_OFFSET] & 0xf0) == 0xe0;
		if (!multicast) {
			packet[TTL_OFFSET] = 0;
		}
	}
}
