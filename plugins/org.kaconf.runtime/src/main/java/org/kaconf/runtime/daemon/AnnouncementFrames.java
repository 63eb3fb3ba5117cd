package org.kaconf.runtime.daemon;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.linux.FrameSocket;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.Sysctl;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.packet.EthernetFrames;
import org.kaconf.vrrp.packet.MacAddress;

/** The frames by which addresses are announced: each is built once and sent often. Belongs to the loop's thread. */
final class AnnouncementFrames implements Announcer.Transmitter {
	private static final int ETHERNET_ADDRESS_BYTES = 6;
	/** How long it counts whether an interface forwards packets, as in keepalived. */
	private static final long FORWARDING_KNOWN_NANOS = TimeUnit.SECONDS.toNanos(5);

	private record Forwarding(boolean on, long until) {
	}

	private final FrameSocket socket;
	private final Log log;
	private final Map<Announcement, FrameSocket.Frame> frames = new HashMap<>();
	private final Map<String, Forwarding> forwarding = new HashMap<>();

	AnnouncementFrames(FrameSocket socket, Log log) {
		this.socket = socket;
		this.log = log;
	}

	/** An interface has changed, or another has taken its name, or it has gone: frames of what it was are of no use. @param now {@code null} when it has gone */
	void linkChanged(String name, Link now) {
		frames.keySet().removeIf(announcement -> announcement.link().name().equals(name) && !announcement.link().equals(now));
		forwarding.remove(name);
	}

	@Override
	public boolean send(Announcement announcement, long now) {
		Link link = announcement.link();
		IpAddress address = announcement.address();
		if (link.hardwareAddress().length != ETHERNET_ADDRESS_BYTES) {
			// The loopback and tunnels have no neighbours to tell.
			return false;
		}
		if (address.family() == Family.IPV6) {
			lookUpForwarding(link, now);
		}
		int errno = socket.send(frames.computeIfAbsent(announcement, this::frame));
		if (errno != 0) {
			log.info("cannot announce " + address + " on " + link.name() + ": " + LinuxException.describe(errno));
			return false;
		}
		if (log.isDetailed()) {
			log.detail("Sending " + (address.family() == Family.IPV4 ? "gratuitous ARP" : "unsolicited Neighbour Advert") + " on " + link.name() + " for "
					+ address);
		}
		return true;
	}

	/** An advertisement says whether its sender forwards packets; frames that say the contrary are made anew. */
	private void lookUpForwarding(Link link, long now) {
		Forwarding known = forwarding.get(link.name());
		if (known != null && now < known.until) {
			return;
		}
		boolean on = "1".equals(Sysctl.read(Sysctl.ofInterface("ipv6", link.name(), "forwarding")));
		forwarding.put(link.name(), new Forwarding(on, now + FORWARDING_KNOWN_NANOS));
		if (known != null && known.on != on) {
			frames.keySet().removeIf(announcement -> announcement.link().equals(link));
		}
	}

	private FrameSocket.Frame frame(Announcement key) {
		MacAddress hardware = MacAddress.of(key.link().hardwareAddress());
		return new FrameSocket.Frame(key.link(), key.address().family() == Family.IPV4 ? EthernetFrames.gratuitousArp(hardware, key.address())
				: EthernetFrames.unsolicitedNeighbourAdvertisement(hardware, key.address(), forwarding.get(key.link().name()).on));
	}
}
