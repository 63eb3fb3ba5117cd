package org.kaconf.vrrp.packet;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Decoded.Malformed;
import org.kaconf.vrrp.packet.Decoded.Valid;

/**
 * VRRP adverts as bytes: what follows the IP header.
 * <pre>
 *  0: version (4 bits), type (4 bits) = 1     1: virtual router id
 *  2: priority                                3: number of addresses
 *  version 2 (RFC 3768, 5.1)                  version 3 (RFC 9568, 5.1)
 *  4: authentication type                     4: reserved (4 bits), interval in 10 ms (12 bits)
 *  5: interval in s
 *  6: checksum, of VRRP alone                 6: checksum, with the pseudo-header
 *  8: addresses                               8: addresses
 *     8 bytes of authentication, always
 * </pre>
 * Over IPv6 version 2 is no standard; keepalived sends it without the authentication bytes, with the checksum that IPv6 demands, and so do we.
 */
public final class PacketCodec {
	/** IP protocol number of VRRP. */
	public static final int PROTOCOL = 112;
	/** TTL or hop limit that every advert leaves with (RFC 9568, 5.1.1.3). */
	public static final int TTL = 255;
	/** Where the checksum stands: the value of the IPV6_CHECKSUM socket option. */
	public static final int CHECKSUM_OFFSET = 6;
	/** Where the virtual router id stands. */
	public static final int VIRTUAL_ROUTER_ID_OFFSET = 1;
	/** Where the priority stands. */
	static final int PRIORITY_OFFSET = 2;
	/** Bytes before the addresses. */
	static final int HEADER_BYTES = 8;

	/** The longest advert: version 2 over IPv4 with 255 addresses. */
	static final int MAX_IPV4_BYTES = HEADER_BYTES + 255 * Family.IPV4.bytes() + Authentication.PASSWORD_BYTES;

	private static final int ADVERTISEMENT = 1;
	private static final long NANOS_PER_SECOND = 1_000_000_000L;
	private static final long NANOS_PER_CENTISECOND = 10_000_000L;
	private static final int MAX_SECONDS = 255;
	private static final int MAX_CENTISECONDS = 4095;

	private PacketCodec() {
	}

	/** Bytes that {@link #encode} writes. */
	public static int length(Advertisement advert, Family family) {
		return length(advert.version().number(), advert.addresses().size(), family);
	}

	private static int length(int version, int addresses, Family family) {
		int authentication = version == 2 && family == Family.IPV4 ? Authentication.PASSWORD_BYTES : 0;
		return HEADER_BYTES + addresses * family.bytes() + authentication;
	}

	/**
	 * Writes an advert at the position of a buffer and advances it.
	 *
	 * @return bytes written
	 * @throws IllegalArgumentException when an address is of another family or the interval does not fit the version
	 * @throws BufferOverflowException when the buffer is too small; nothing is written then
	 */
	public static int encode(Advertisement advert, Envelope envelope, ByteBuffer out) {
		Family family = envelope.source().family();
		int length = length(advert, family);
		if (out.remaining() < length) {
			throw new BufferOverflowException();
		}
		int interval = intervalField(advert);
		int start = out.position();
		out.put((byte) (advert.version().number() << 4 | ADVERTISEMENT));
		out.put((byte) advert.virtualRouterId());
		out.put((byte) advert.priority());
		out.put((byte) advert.addresses().size());
		if (advert.version() == VrrpVersion.V2) {
			out.put((byte) advert.authentication().type().number());
			out.put((byte) interval);
		} else {
			putShort(out, interval);
		}
		putShort(out, 0);
		for (IpAddress address : advert.addresses()) {
			putAddress(out, address, family);
		}
		if (advert.version() == VrrpVersion.V2 && family == Family.IPV4) {
			putPassword(out, advert.authentication());
		}
		int checksum = InternetChecksum.finish(checksumBase(advert.version().number(), envelope, length)
				+ InternetChecksum.add(0, out, start, start + length));
		out.put(start + CHECKSUM_OFFSET, (byte) (checksum >> 8));
		out.put(start + CHECKSUM_OFFSET + 1, (byte) checksum);
		return length;
	}

	private static int intervalField(Advertisement advert) {
		boolean seconds = advert.version() == VrrpVersion.V2;
		long unit = seconds ? NANOS_PER_SECOND : NANOS_PER_CENTISECOND;
		long field = advert.advertIntervalNanos() / unit;
		if (advert.advertIntervalNanos() % unit != 0 || field < 0 || field > (seconds ? MAX_SECONDS : MAX_CENTISECONDS)) {
			throw new IllegalArgumentException("advert interval " + advert.advertInterval() + " does not fit version " + advert.version().number());
		}
		return (int) field;
	}

	private static void putShort(ByteBuffer out, int value) {
		out.put((byte) (value >> 8)).put((byte) value);
	}

	private static void putAddress(ByteBuffer out, IpAddress address, Family family) {
		if (address.family() != family) {
			throw new IllegalArgumentException(address + " is not of the family of the packet, " + family);
		}
		for (int shift = 56; family == Family.IPV6 && shift >= 0; shift -= 8) {
			out.put((byte) (address.high() >>> shift));
		}
		for (int shift = family == Family.IPV6 ? 56 : 24; shift >= 0; shift -= 8) {
			out.put((byte) (address.low() >>> shift));
		}
	}

	private static void putPassword(ByteBuffer out, Authentication authentication) {
		String password = authentication.type() == Type.PASS ? authentication.password() : "";
		for (int i = 0; i < Authentication.PASSWORD_BYTES; i++) {
			out.put((byte) (i < password.length() ? password.charAt(i) : 0));
		}
	}

	/** What goes into the checksum beside the packet: in version 2 over IPv4 nothing (RFC 3768, 5.3.8). */
	private static long checksumBase(int version, Envelope envelope, int length) {
		return version == 2 && envelope.source().family() == Family.IPV4 ? 0
				: InternetChecksum.addPseudoHeader(0, envelope.source(), envelope.checksumDestination(), PROTOCOL, length);
	}

	/** The virtual router id of a packet, to find out whose it is before anything is checked; -1 when the packet is too short to have one. */
	public static int virtualRouterId(ByteBuffer payload) {
		return payload.remaining() <= VIRTUAL_ROUTER_ID_OFFSET ? -1 : payload.get(payload.position() + VIRTUAL_ROUTER_ID_OFFSET) & 0xff;
	}

	/**
	 * Reads an advert from all the remaining bytes of a buffer, whose position stays. Never throws, whatever the bytes are.
	 *
	 * @param payload what follows the IP header, and the authentication header where there is one
	 * @param ttl TTL or hop limit of the packet, 0..255; it must be 255 when the packet came by multicast; -1 when it is not known
	 */
	public static Decoded decode(ByteBuffer payload, IpAddress source, IpAddress destination, int ttl) {
		return decode(payload, new Envelope(source, destination, ttl, destination));
	}

	/** Reads an advert from all the remaining bytes of a buffer, whose position stays. Never throws, whatever the bytes are. */
	public static Decoded decode(ByteBuffer payload, Envelope envelope) {
		Family family = envelope.source().family();
		int ttl = envelope.ttl();
		int vrid = virtualRouterId(payload);
		int length = payload.remaining();
		if (length < HEADER_BYTES) {
			return new Malformed(Reason.PACKET_LENGTH_ERROR, vrid, "vrrp packet too short, length " + length + " and expect " + HEADER_BYTES);
		}
		int start = payload.position();
		int version = payload.get(start) >> 4 & 0xf;
		int count = payload.get(start + 3) & 0xff;
		int expected = length(version, count, family);
		if (length != expected) {
			return new Malformed(Reason.PACKET_LENGTH_ERROR, vrid,
					"vrrp packet too " + (length > expected ? "long" : "short") + ", length " + length + " and expect " + expected);
		}
		if (ttl >= 0 && ttl != TTL && envelope.destination().isMulticast()) {
			return new Malformed(Reason.IP_TTL_ERROR, vrid, "invalid TTL/HL. Received " + ttl + " and expect " + TTL);
		}
		if (version != 2 && version != 3) {
			return new Malformed(Reason.VERSION_ERROR, vrid, "wrong version. Received " + version + " and expect 2 or 3");
		}
		int type = payload.get(start) & 0xf;
		if (type != ADVERTISEMENT) {
			return new Malformed(Reason.INVALID_TYPE, vrid, "Invalid packet type. " + type + " and expect " + ADVERTISEMENT);
		}
		if (InternetChecksum.finish(checksumBase(version, envelope, length)
				+ InternetChecksum.add(0, payload, start, start + length)) != 0) {
			return new Malformed(Reason.CHECKSUM_ERROR, vrid, "Invalid VRRPv" + version + " checksum");
		}
		if (vrid == 0) {
			return new Malformed(Reason.VRID_ERROR, vrid, "Invalid VRID 0");
		}
		return version == 2 ? decodeVersion2(payload, start, count, family) : decodeVersion3(payload, start, count, family);
	}

	private static Decoded decodeVersion2(ByteBuffer payload, int start, int count, Family family) {
		int number = payload.get(start + 4) & 0xff;
		Type type = authenticationType(number);
		if (type == null) {
			return new Malformed(Reason.INVALID_AUTH_TYPE, virtualRouterId(payload), "Invalid auth type: " + number);
		}
		Authentication authentication = type == Type.NONE ? Authentication.NONE : new Authentication(type, password(payload, start, count, type, family));
		long interval = (payload.get(start + 5) & 0xff) * NANOS_PER_SECOND;
		return valid(payload, start, count, family, VrrpVersion.V2, interval, authentication);
	}

	private static Type authenticationType(int number) {
		for (Type type : Type.values()) {
			if (type.number() == number) {
				return type;
			}
		}
		return null;
	}

	private static String password(ByteBuffer payload, int start, int count, Type type, Family family) {
		if (type != Type.PASS || family != Family.IPV4) {
			return "";
		}
		byte[] bytes = new byte[Authentication.PASSWORD_BYTES];
		payload.get(start + HEADER_BYTES + count * family.bytes(), bytes);
		return Advertisement.text(bytes);
	}

	private static Decoded decodeVersion3(ByteBuffer payload, int start, int count, Family family) {
		int centiseconds = (payload.get(start + 4) & 0xf) << 8 | payload.get(start + 5) & 0xff;
		return valid(payload, start, count, family, VrrpVersion.V3, centiseconds * NANOS_PER_CENTISECOND, Authentication.NONE);
	}

	private static Valid valid(ByteBuffer payload, int start, int count, Family family, VrrpVersion version, long interval,
			Authentication authentication) {
		List<IpAddress> addresses = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			byte[] bytes = new byte[family.bytes()];
			payload.get(start + HEADER_BYTES + i * bytes.length, bytes);
			addresses.add(IpAddress.of(bytes));
		}
		return new Valid(new Advertisement(version, payload.get(start + 1) & 0xff, payload.get(start + PRIORITY_OFFSET) & 0xff, interval, addresses,
				authentication));
	}
}
