package org.kaconf.runtime.network;

import java.util.Arrays;
import java.util.HexFormat;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.packet.HeaderAuthentication;
import org.kaconf.vrrp.packet.PacketCodec;

/**
 * An Ethernet frame that was seen.
 *
 * @param nanos when, by {@link System#nanoTime()}
 */
public record Frame(long nanos, byte[] bytes) {
	private static final int ETHERNET_BYTES = 14;
	private static final int TYPE_IPV4 = 0x0800;
	private static final int TYPE_IPV6 = 0x86dd;
	private static final int TYPE_ARP = 0x0806;
	private static final int IPV6_HEADER_BYTES = 40;
	private static final int PROTOCOL_ICMPV6 = 58;
	private static final int NEIGHBOUR_ADVERTISEMENT = 136;

	/** Over IPv4 or IPv6, authenticated or not. */
	public boolean isVrrp() {
		return protocol() == PacketCodec.PROTOCOL || protocol() == HeaderAuthentication.PROTOCOL;
	}

	/** Whether it is a VRRP advertisement of a virtual router from an address. */
	public boolean isAdvert(int virtualRouterId, IpAddress source) {
		return isVrrp() && virtualRouterId() == virtualRouterId && source().equals(source);
	}

	/** Whether it announces an address to all by ARP or by a neighbour advertisement. */
	public boolean announces(IpAddress address) {
		return address.family() == Family.IPV4 ? isGratuitousArp(address)
				: protocol() == PROTOCOL_ICMPV6 && ipPayload()[0] == (byte) NEIGHBOUR_ADVERTISEMENT && source().equals(address);
	}

	/** Whether it announces an address to all by ARP. */
	public boolean isGratuitousArp(IpAddress address) {
		return etherType() == TYPE_ARP && bytes.length >= ETHERNET_BYTES + 28 && address(ETHERNET_BYTES + 14, Family.IPV4).equals(address)
				&& address(ETHERNET_BYTES + 24, Family.IPV4).equals(address);
	}

	/** Sender of the frame, as {@code 02:00:00:00:00:01}. */
	public String hardwareSource() {
		return HexFormat.ofDelimiter(":").formatHex(bytes, 6, 12);
	}

	/** Source address of an IP packet. */
	public IpAddress source() {
		return isIpv6() ? address(ETHERNET_BYTES + 8, Family.IPV6) : address(ETHERNET_BYTES + 12, Family.IPV4);
	}

	/** The IP header, without options. */
	public byte[] ipHeader() {
		return Arrays.copyOfRange(bytes, ETHERNET_BYTES, ETHERNET_BYTES + (isIpv6() ? IPV6_HEADER_BYTES : 20));
	}

	/** What follows the IP header, to the length it gives. */
	public byte[] ipPayload() {
		int header = isIpv6() ? IPV6_HEADER_BYTES : (octet(ETHERNET_BYTES) & 0xf) * 4;
		int total = isIpv6() ? header + number(ETHERNET_BYTES + 4) : number(ETHERNET_BYTES + 2);
		return Arrays.copyOfRange(bytes, ETHERNET_BYTES + header, ETHERNET_BYTES + Math.min(total, bytes.length - ETHERNET_BYTES));
	}

	public int virtualRouterId() {
		return advert()[1] & 0xff;
	}

	/** The priority in a VRRP advertisement. */
	public int priority() {
		return advert()[2] & 0xff;
	}

	/** A VRRP packet without the headers before it. */
	public byte[] advert() {
		byte[] payload = ipPayload();
		return protocol() == HeaderAuthentication.PROTOCOL ? Arrays.copyOfRange(payload, HeaderAuthentication.BYTES, payload.length) : payload;
	}

	/** @return -1 for what is no IP packet */
	private int protocol() {
		boolean complete = bytes.length >= ETHERNET_BYTES + 28;
		return complete && etherType() == TYPE_IPV4 ? octet(ETHERNET_BYTES + 9) : complete && isIpv6() ? octet(ETHERNET_BYTES + 6) : -1;
	}

	private boolean isIpv6() {
		return etherType() == TYPE_IPV6;
	}

	private int etherType() {
		return bytes.length < ETHERNET_BYTES ? -1 : number(12);
	}

	private int octet(int at) {
		return bytes[at] & 0xff;
	}

	private int number(int at) {
		return octet(at) << 8 | octet(at + 1);
	}

	private IpAddress address(int at, Family family) {
		return IpAddress.of(Arrays.copyOfRange(bytes, at, at + family.bytes()));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Frame frame && nanos == frame.nanos && Arrays.equals(bytes, frame.bytes);
	}

	@Override
	public int hashCode() {
		return Long.hashCode(nanos);
	}

	@Override
	public String toString() {
		return HexFormat.of().formatHex(bytes);
	}
}
