package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.loop.Log;

/** What virtual routers do to the machine they run on: set and remove addresses, and announce them. */
final class Host {
	private final Interfaces interfaces;
	private final RouteNetlink netlink;
	private final Announcer announcer;
	private final Log log;

	Host(Interfaces interfaces, RouteNetlink netlink, Announcer announcer, Log log) {
		this.interfaces = interfaces;
		this.netlink = netlink;
		this.announcer = announcer;
		this.log = log;
	}

	void add(List<VirtualAddress> addresses, String defaultInterface, String who) {
		for (VirtualAddress address : addresses) {
			Link link = link(address, defaultInterface);
			int errno = link == null ? LinuxException.ENODEV : netlink.add(address, link);
			if (errno != 0) {
				log.info("(" + who + ") cannot set " + address.prefix() + " on " + device(address, defaultInterface) + ": " + LinuxException.describe(errno));
			}
		}
	}

	/** @return those that were there */
	List<VirtualAddress> remove(List<VirtualAddress> addresses, String defaultInterface, String who) {
		List<VirtualAddress> removed = new ArrayList<>();
		for (VirtualAddress address : addresses) {
			Link link = link(address, defaultInterface);
			int errno = link == null ? LinuxException.ENODEV : netlink.remove(address, link);
			if (errno == 0) {
				removed.add(address);
			} else if (errno != LinuxException.EADDRNOTAVAIL && errno != LinuxException.ENODEV) {
				log.info("(" + who + ") cannot remove " + address.prefix() + " from " + device(address, defaultInterface) + ": " + LinuxException.describe(errno));
			}
		}
		return removed;
	}

	/** Sends one frame for an address that the machine has of its own. */
	void announce(IpAddress address, String interfaceName) {
		Link link = interfaces.get(interfaceName);
		if (link != null) {
			announcer.announce(List.of(Announcer.Announcement.of(link, address)), 1);
		}
	}

	/** @return frames sent */
	int announce(List<VirtualAddress> addresses, String defaultInterface, int repeat) {
		List<Announcer.Announcement> announcements = new ArrayList<>();
		for (VirtualAddress address : addresses) {
			Link link = link(address, defaultInterface);
			if (link != null) {
				announcements.add(Announcer.Announcement.of(link, address.address()));
			}
		}
		return announcer.announce(announcements, repeat);
	}

	/** Whether a virtual address is what the kernel calls by an address and an interface. */
	boolean isSame(VirtualAddress address, String defaultInterface, LinkAddress other) {
		Link link = link(address, defaultInterface);
		return link != null && link.index() == other.interfaceIndex() && address.prefix().equals(other.prefix());
	}

	private Link link(VirtualAddress address, String defaultInterface) {
		return interfaces.get(device(address, defaultInterface));
	}

	private static String device(VirtualAddress address, String defaultInterface) {
		return address.device() == null ? defaultInterface : address.device();
	}
}
