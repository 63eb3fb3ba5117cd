package org.kaconf.acceptance.peer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.network.Frame;

/**
 * What a host sent for a virtual router, without what differs from run to run: how often, the kernel's flow label, numbers that count packets, and sums over
 * those.
 *
 * @param frames the different frames, in the order of their first appearance: every byte of adverts and announcements
 * @param identifications how the identification of IPv4 packets begins and goes on
 */
record Sent(SequencedSet<String> frames, SortedSet<String> identifications) {
	/** How many announcements a burst has: garp_master_repeat. */
	static final int BURST = 5;
	private static final int ETHERNET_BYTES = 14;
	private static final int IDENTIFICATION = ETHERNET_BYTES + 4;
	private static final int HEADER_CHECKSUM = ETHERNET_BYTES + 10;
	private static final int PROTOCOL = ETHERNET_BYTES + 9;
	private static final int AUTHENTICATION_HEADER = 51;
	/** Behind an IPv4 header: the sequence number and the integrity check value, which covers the IP header. */
	private static final int SEQUENCE = ETHERNET_BYTES + 20 + 8;
	private static final int AUTHENTICATION_END = ETHERNET_BYTES + 20 + 24;

	/** @param captured all that a host sent */
	static Sent of(List<Frame> captured, Instance instance) {
		SequencedSet<String> frames = new LinkedHashSet<>();
		List<Integer> identifications = new ArrayList<>();
		List<IpAddress> addresses = instance.virtualAddresses().stream().map(VirtualAddress::address).toList();
		for (Frame frame : captured) {
			if (isAdvert(frame, instance)) {
				frames.add("advert " + normalized(frame));
				if (isIpv4(frame)) {
					identifications.add(ByteBuffer.wrap(frame.bytes()).getShort(IDENTIFICATION) & 0xffff);
				}
			} else if (addresses.stream().anyMatch(address -> announces(frame, address))) {
				frames.add("announcement " + HexFormat.of().formatHex(frame.bytes()));
			}
		}
		return new Sent(frames, course(identifications));
	}

	/** Not to one host alone, as the kernel answers. */
	static boolean announces(Frame frame, IpAddress address) {
		return frame.announces(address) && (frame.bytes()[0] & 1) == 1;
	}

	/** Whether it is an advert of a virtual router. */
	static boolean isAdvert(Frame frame, Instance instance) {
		return frame.isVrrp() && frame.virtualRouterId() == instance.virtualRouterId() && frame.source().family() == instance.family();
	}

	private static String normalized(Frame frame) {
		byte[] bytes = frame.bytes().clone();
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		String checksum = "";
		if (isIpv4(frame)) {
			checksum = " header checksum " + (headerSum(frame.ipHeader()) == 0xffff ? "right" : "wrong");
			buffer.putShort(IDENTIFICATION, (short) 0).putShort(HEADER_CHECKSUM, (short) 0);
			if (buffer.get(PROTOCOL) == AUTHENTICATION_HEADER) {
				Arrays.fill(bytes, SEQUENCE, AUTHENTICATION_END, (byte) 0);
			}
		} else {
			buffer.putInt(ETHERNET_BYTES, buffer.getInt(ETHERNET_BYTES) & 0xfff00000);
		}
		return HexFormat.of().formatHex(bytes) + checksum;
	}

	private static int headerSum(byte[] header) {
		ByteBuffer words = ByteBuffer.wrap(header);
		int sum = 0;
		while (words.remaining() > 1) {
			sum += words.getShort() & 0xffff;
		}
		return (sum & 0xffff) + (sum >>> 16);
	}

	private static boolean isIpv4(Frame frame) {
		return frame.bytes()[12] == 0x08;
	}

	/** Where numbers begin, for each daemon, and their smallest step: packets may have been lost in between. */
	private static SortedSet<String> course(List<Integer> numbers) {
		SortedSet<String> course = new TreeSet<>();
		int smallest = Integer.MAX_VALUE;
		for (int i = 0; i < numbers.size(); i++) {
			if (i == 0 || numbers.get(i) <= numbers.get(i - 1)) {
				course.add("from " + numbers.get(i));
			} else {
				smallest = Math.min(smallest, numbers.get(i) - numbers.get(i - 1));
			}
		}
		if (smallest < Integer.MAX_VALUE) {
			course.add("by " + smallest);
		}
		return course;
	}

	/** A line for each thing, so that a difference is easy to see. */
	@Override
	public String toString() {
		return String.join("\n", frames) + "\nidentifications " + identifications;
	}
}
