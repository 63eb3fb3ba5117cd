package org.kaconf.vrrp.packet;

import java.nio.ByteBuffer;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/** The Ethernet frames by which a new master tells the segment where a virtual address lives now, for an AF_PACKET socket. */
public final class EthernetFrames {
	private static final int ETHERNET_BYTES = 14;
	private static final int ARP_BYTES = 28;
	private static final int IPV6_BYTES = 40;
	private static final int ADVERTISEMENT_BYTES = 32;
	private static final short ARP = 0x0806;
	private static final short IPV4 = 0x0800;
	private static final short IPV6 = (short) 0x86dd;
	private static final int ICMPV6 = 58;
	private static final byte NEIGHBOUR_ADVERTISEMENT = (byte) 136;
	private static final byte ROUTER = (byte) 0x80;
	private static final byte OVERRIDE = 0x20;
	private static final IpAddress ALL_NODES = IpAddress.of("ff02::1");
	private static final MacAddress ALL_NODES_MAC = new MacAddress(0x3333_0000_0001L);

	private EthernetFrames() {
	}

	/**
	 * A gratuitous ARP: a request for the address from the address itself, in keepalived's form with a target hardware address of all ones
	 * (RFC 9568, 8.1.2; RFC 5227, 3).
	 *
	 * @return 42 bytes
	 */
	public static byte[] gratuitousArp(MacAddress sender, IpAddress virtualAddress) {
		ByteBuffer frame = ByteBuffer.allocate(ETHERNET_BYTES + ARP_BYTES);
		frame.put(MacAddress.BROADCAST.bytes()).put(sender.bytes()).putShort(ARP);
		frame.putShort((short) 1).putShort(IPV4).put((byte) MacAddress.BYTES).put((byte) Family.IPV4.bytes()).putShort((short) 1);
		frame.put(sender.bytes()).put(virtualAddress.bytes());
		frame.put(MacAddress.BROADCAST.bytes()).put(virtualAddress.bytes());
		return frame.array();
	}

	/**
	 * An unsolicited neighbour advertisement from the address to all nodes, with the override flag and the sender's link-layer address
	 * (RFC 4861, 4.4 and 7.2.6; RFC 9568, 6.4.2).
	 *
	 * @param router whether this node forwards IPv6 packets
	 * @return 86 bytes
	 */
	public static byte[] unsolicitedNeighbourAdvertisement(MacAddress sender, IpAddress virtualAddress, boolean router) {
		ByteBuffer frame = ByteBuffer.allocate(ETHERNET_BYTES + IPV6_BYTES + ADVERTISEMENT_BYTES);
		frame.put(ALL_NODES_MAC.bytes()).put(sender.bytes()).putShort(IPV6);
		frame.putInt(6 << 28).putShort((short) ADVERTISEMENT_BYTES).put((byte) ICMPV6).put((byte) PacketCodec.TTL);
		frame.put(virtualAddress.bytes()).put(ALL_NODES.bytes());
		int icmp = frame.position();
		frame.put(NEIGHBOUR_ADVERTISEMENT).put((byte) 0).putShort((short) 0);
		frame.put((byte) (router ? ROUTER | OVERRIDE : OVERRIDE)).put(new byte[3]);
		frame.put(virtualAddress.bytes());
		frame.put((byte) 2).put((byte) 1).put(sender.bytes());
		long sum = InternetChecksum.addPseudoHeader(0, virtualAddress, ALL_NODES, ICMPV6, ADVERTISEMENT_BYTES);
		frame.putShort(icmp + 2, (short) InternetChecksum.finish(InternetChecksum.add(sum, frame, icmp, frame.position())));
		return frame.array();
	}
}
