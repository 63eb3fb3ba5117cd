package org.kaconf.runtime.daemon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.linux.FrameSocket;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.Sysctl;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.packet.EthernetFrames;
import org.kaconf.vrrp.packet.MacAddress;

/** Tells the segment which interface has an address now, by gratuitous ARP and unsolicited neighbour advertisements. */
final class Announcer {
	private static final int ETHERNET_ADDRESS_BYTES = 6;

	private final FrameSocket socket;
	private final Log log;
	private final Map<Announcement, FrameSocket.Frame> frames = new HashMap<>();

	Announcer(FrameSocket socket, Log log) {
		this.socket = socket;
		this.log = log;
	}

	/**
	 * An address and where it lives.
	 *
	 * @param router over IPv6, whether this machine forwards packets that come in there
	 */
	record Announcement(Link link, IpAddress address, boolean router) {
		static Announcement of(Link link, IpAddress address) {
			return new Announcement(link, address, address.family() == Family.IPV6 && "1".equals(Sysctl.read(Sysctl.ofInterface("ipv6", link.name(), "forwarding"))));
		}
	}

	/** Sends frames, round by round over all addresses. @return frames sent */
	int announce(List<Announcement> announcements, int repeat) {
		int sent = 0;
		for (int round = 0; round < repeat; round++) {
			for (Announcement announcement : announcements) {
				sent += announce(announcement);
			}
		}
		return sent;
	}

	private int announce(Announcement announcement) {
		Link link = announcement.link();
		IpAddress address = announcement.address();
		if (link.hardwareAddress().length != ETHERNET_ADDRESS_BYTES) {
			// The loopback and tunnels have no neighbours to tell.
			return 0;
		}
		int errno = socket.send(frames.computeIfAbsent(announcement, Announcer::frame));
		if (errno != 0) {
			log.info("cannot announce " + address + " on " + link.name() + ": " + LinuxException.describe(errno));
			return 0;
		}
		if (log.isDetailed()) {
			log.detail("Sending " + (address.family() == Family.IPV4 ? "gratuitous ARP" : "unsolicited Neighbour Advert") + " on " + link.name() + " for "
					+ address);
		}
		return 1;
	}

	private static FrameSocket.Frame frame(Announcement key) {
		MacAddress hardware = MacAddress.of(key.link.hardwareAddress());
		return new FrameSocket.Frame(key.link, key.address.family() == Family.IPV4 ? EthernetFrames.gratuitousArp(hardware, key.address)
				: EthernetFrames.unsolicitedNeighbourAdvertisement(hardware, key.address, key.router));
	}
}
