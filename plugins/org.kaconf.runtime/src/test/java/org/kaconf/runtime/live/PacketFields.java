package org.kaconf.runtime.live;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.network.Frame;
import org.kaconf.vrrp.packet.Decoded;
import org.kaconf.vrrp.packet.PacketCodec;

/** What of a captured frame must be the same whoever sends it. */
final class PacketFields {
	private static final int ETHERNET_BYTES = 14;
	private static final int HARDWARE_ADDRESS_BYTES = 6;

	private PacketFields() {
	}

	/** The Ethernet destination and every field of the IP header but the source, the IPv6 flow label, which the kernel makes of it, and the IPv4 checksum. */
	static Map<String, Object> header(Frame frame) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("Ethernet destination", HexFormat.of().formatHex(frame.bytes(), 0, HARDWARE_ADDRESS_BYTES));
		ByteBuffer header = ByteBuffer.wrap(frame.ipHeader());
		fields.put("version", header.get(0) >> 4);
		if (isIpv4(frame)) {
			fields.put("header length", header.get(0) & 0xf);
			fields.put("class of service", header.get(1) & 0xff);
			fields.put("length", (int) header.getShort(2));
			fields.put("identification", (int) header.getShort(4));
			fields.put("fragment", (int) header.getShort(6));
			fields.put("TTL", header.get(8) & 0xff);
			fields.put("protocol", header.get(9) & 0xff);
		} else {
			fields.put("class of service", header.getShort(0) >> 4 & 0xff);
			fields.put("length", (int) header.getShort(4));
			fields.put("protocol", header.get(6) & 0xff);
			fields.put("TTL", header.get(7) & 0xff);
		}
		fields.put("destination", destination(frame));
		return fields;
	}

	static Decoded decode(Frame frame) {
		int ttl = frame.ipHeader()[isIpv4(frame) ? 8 : 7] & 0xff;
		return PacketCodec.decode(ByteBuffer.wrap(frame.advert()), frame.source(), destination(frame), ttl);
	}

	static byte[] payloadWithoutChecksum(Frame frame) {
		byte[] payload = frame.advert();
		Arrays.fill(payload, PacketCodec.CHECKSUM_OFFSET, PacketCodec.CHECKSUM_OFFSET + 2, (byte) 0);
		return payload;
	}

	/** A gratuitous ARP or a neighbour advertisement without the sender's hardware address, and the latter's checksum, which depends on it. */
	static byte[] announcementWithoutSender(Frame announcement) {
		byte[] bytes = announcement.bytes().clone();
		boolean arp = bytes[12] == 0x08;
		int again = arp ? ETHERNET_BYTES + 8 : bytes.length - HARDWARE_ADDRESS_BYTES;
		Arrays.fill(bytes, HARDWARE_ADDRESS_BYTES, 2 * HARDWARE_ADDRESS_BYTES, (byte) 0);
		Arrays.fill(bytes, again, again + HARDWARE_ADDRESS_BYTES, (byte) 0);
		if (!arp) {
			int checksum = ETHERNET_BYTES + 40 + 2;
			Arrays.fill(bytes, checksum, checksum + 2, (byte) 0);
		}
		return bytes;
	}

	private static IpAddress destination(Frame frame) {
		byte[] header = frame.ipHeader();
		int length = frame.source().family().bytes();
		return IpAddress.of(Arrays.copyOfRange(header, header.length - length, header.length));
	}

	private static boolean isIpv4(Frame frame) {
		return frame.source().family() == Family.IPV4;
	}
}
