package org.kaconf.runtime.daemon;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.packet.Decoded;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;
import org.kaconf.vrrp.packet.PacketCodec;

/** Reads the adverts of one virtual router. A master repeats itself: what equals the advert before is not decoded again. */
final class AdvertReader {
	private static final int TTL_OFFSET = 8;
	private static final int SOURCE_OFFSET = 12;
	private static final int DESTINATION_OFFSET = 16;

	private MemorySegment lastPayload = MemorySegment.NULL;
	private long lastAddresses;
	private byte lastTtl;
	private AdvertReceived last;
	private Malformed malformed;

	/**
	 * @param packet with its IP header
	 * @return {@code null} when the advert is malformed, see {@link #malformed()}
	 */
	AdvertReceived read(MemorySegment packet, int headerBytes, int length) {
		MemorySegment payload = packet.asSlice(headerBytes, length - headerBytes);
		// Source and destination stand side by side.
		long addresses = packet.get(JAVA_LONG_UNALIGNED, SOURCE_OFFSET);
		byte ttl = packet.get(JAVA_BYTE, TTL_OFFSET);
		if (last != null && addresses == lastAddresses && ttl == lastTtl && payload.mismatch(lastPayload) < 0) {
			return last;
		}
		IpAddress source = address(packet, SOURCE_OFFSET);
		IpAddress destination = address(packet, DESTINATION_OFFSET);
		ByteBuffer bytes = payload.asByteBuffer();
		Decoded decoded = PacketCodec.decode(bytes, source, destination, Byte.toUnsignedInt(ttl));
		if (decoded instanceof Valid valid) {
			lastPayload = MemorySegment.ofArray(payload.toArray(JAVA_BYTE));
			lastAddresses = addresses;
			lastTtl = ttl;
			last = new AdvertReceived(valid.advertisement(), source, destination, Byte.toUnsignedInt(ttl));
			return last;
		}
		malformed = (Malformed) decoded;
		return null;
	}

	/** What was wrong with the last packet that {@link #read} refused. */
	Malformed malformed() {
		return malformed;
	}

	private static IpAddress address(MemorySegment packet, int offset) {
		long value = 0;
		for (int i = 0; i < 4; i++) {
			value = value << 8 | Byte.toUnsignedLong(packet.get(JAVA_BYTE, offset + i));
		}
		return new IpAddress(Family.IPV4, 0, value);
	}
}
