package org.kaconf.runtime.daemon;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.packet.Decoded;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;
import org.kaconf.vrrp.packet.Envelope;
import org.kaconf.vrrp.packet.HeaderAuthentication;
import org.kaconf.vrrp.packet.PacketCodec;
import org.kaconf.vrrp.packet.Reason;

/** Reads the adverts of one virtual router. A master repeats itself: what equals the advert before is not decoded again. */
final class AdvertReader {
	/** Where the fields of an IP header stand; the destination follows the source. */
	private record Layout(int ttl, int source) {
		static final Layout IPV4 = new Layout(8, 12);
		static final Layout IPV6 = new Layout(7, 8);
	}

	private final Family family;
	private final Layout layout;
	private final Wrapping wrapping;
	/** The packet as the authentication wants it; made once for the memory that packets are received into. */
	private ByteBuffer view;
	private MemorySegment viewed;
	private MemorySegment lastPayload = MemorySegment.NULL;
	private MemorySegment lastAddresses = MemorySegment.NULL;
	private byte lastTtl;
	private AdvertReceived last;
	private Malformed malformed;

	AdvertReader(Family family, Wrapping wrapping) {
		this.family = family;
		this.wrapping = wrapping;
		layout = family == Family.IPV4 ? Layout.IPV4 : Layout.IPV6;
	}

	/**
	 * @param packet with its IP header
	 * @return {@code null} when the advert is malformed, see {@link #malformed()}
	 */
	AdvertReceived read(MemorySegment packet, int headerBytes, int length) {
		if (wrapping.authentication() == null) {
			return readPayload(packet, headerBytes, length);
		}
		malformed = wrapping.authentication().check(view(packet, length));
		return malformed != null ? null : readPayload(packet, headerBytes + HeaderAuthentication.BYTES, length);
	}

	private ByteBuffer view(MemorySegment packet, int length) {
		if (packet != viewed) {
			viewed = packet;
			view = packet.asByteBuffer();
		}
		return view.limit(length);
	}

	private AdvertReceived readPayload(MemorySegment packet, int headerBytes, int length) {
		int addressesEnd = layout.source + 2 * family.bytes();
		byte ttl = packet.get(JAVA_BYTE, layout.ttl);
		if (last != null && ttl == lastTtl && MemorySegment.mismatch(packet, layout.source, addressesEnd, lastAddresses, 0, lastAddresses.byteSize()) < 0
				&& MemorySegment.mismatch(packet, headerBytes, length, lastPayload, 0, lastPayload.byteSize()) < 0) {
			return last;
		}
		MemorySegment payload = packet.asSlice(headerBytes, length - headerBytes);
		Envelope envelope = wrapping.received(address(packet, layout.source), address(packet, layout.source + family.bytes()), Byte.toUnsignedInt(ttl));
		Decoded decoded = decode(payload.asByteBuffer(), envelope);
		if (decoded instanceof Valid valid) {
			lastPayload = copy(payload);
			lastAddresses = copy(packet.asSlice(layout.source, addressesEnd - layout.source));
			lastTtl = ttl;
			last = new AdvertReceived(valid.advertisement(), envelope.source(), envelope.destination(), envelope.ttl());
			return last;
		}
		malformed = (Malformed) decoded;
		return null;
	}

	/** Takes the checksum of a peer with an old keepalived as the one to use from now on, as keepalived does. */
	private Decoded decode(ByteBuffer payload, Envelope envelope) {
		Decoded decoded = PacketCodec.decode(payload, envelope);
		if (wrapping.mayLearnOldChecksum() && decoded instanceof Malformed wrong && wrong.reason() == Reason.CHECKSUM_ERROR
				&& PacketCodec.decode(payload, wrapping.withOldChecksum(envelope)) instanceof Valid valid) {
			wrapping.learnOldChecksum();
			return valid;
		}
		return decoded;
	}

	/** What was wrong with the last packet that {@link #read} refused. */
	Malformed malformed() {
		return malformed;
	}

	private static MemorySegment copy(MemorySegment bytes) {
		return MemorySegment.ofArray(bytes.toArray(JAVA_BYTE));
	}

	private IpAddress address(MemorySegment packet, int offset) {
		return IpAddress.of(packet.asSlice(offset, family.bytes()).toArray(JAVA_BYTE));
	}
}
