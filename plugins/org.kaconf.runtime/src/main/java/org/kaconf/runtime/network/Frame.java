package org.kaconf.runtime.network;

import java.util.Arrays;
import java.util.HexFormat;
import org.kaconf.model.IpAddress;

/**
 * An Ethernet frame that was seen.
 *
 * @param nanos when, by {@link System#nanoTime()}
 */
public record Frame(long nanos, byte[] bytes) {
	private static final int ETHERNET_BYTES = 14;
	private static final int TYPE_IPV4 = 0x0800;
	private static final int TYPE_ARP = 0x0806;
	private static final int PROTOCOL_VRRP = 112;

	public boolean isVrrp() {
		return etherType() == TYPE_IPV4 && bytes.length >= ETHERNET_BYTES + 28 && octet(ETHERNET_BYTES + 9) == PROTOCOL_VRRP;
	}

	/** Whether it is a VRRP advertisement of a virtual router from an address. */
	public boolean isAdvert(int virtualRouterId, IpAddress source) {
		return isVrrp() && virtualRouterId() == virtualRouterId && source().equals(source);
	}

	/** Whether it announces an address to all by ARP. */
	public boolean isGratuitousArp(IpAddress address) {
		return etherType() == TYPE_ARP && bytes.length >= ETHERNET_BYTES + 28 && address(ETHERNET_BYTES + 14).equals(address)
				&& address(ETHERNET_BYTES + 24).equals(address);
	}

	/** Sender of the frame, as {@code 02:00:00:00:00:01}. */
	public String hardwareSource() {
		return HexFormat.ofDelimiter(":").formatHex(bytes, 6, 12);
	}

	/** Source address of an IPv4 packet. */
	public IpAddress source() {
		return address(ETHERNET_BYTES + 12);
	}

	/** The IPv4 header, without options. */
	public byte[] ipHeader() {
		return Arrays.copyOfRange(bytes, ETHERNET_BYTES, ETHERNET_BYTES + 20);
	}

	/** What follows the IPv4 header, to the length it gives. */
	public byte[] ipPayload() {
		int header = (octet(ETHERNET_BYTES) & 0xf) * 4;
		int total = octet(ETHERNET_BYTES + 2) << 8 | octet(ETHERNET_BYTES + 3);
		return Arrays.copyOfRange(bytes, ETHERNET_BYTES + header, ETHERNET_BYTES + Math.min(total, bytes.length - ETHERNET_BYTES));
	}

	public int virtualRouterId() {
		return ipPayload()[1] & 0xff;
	}

	/** The priority in a VRRP advertisement. */
	public int priority() {
		return ipPayload()[2] & 0xff;
	}

	private int etherType() {
		return bytes.length < ETHERNET_BYTES ? -1 : octet(12) << 8 | octet(13);
	}

	private int octet(int at) {
		return bytes[at] & 0xff;
	}

	private IpAddress address(int at) {
		return IpAddress.of(Arrays.copyOfRange(bytes, at, at + 4));
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
