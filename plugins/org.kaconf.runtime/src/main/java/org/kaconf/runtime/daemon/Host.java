package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.loop.Log;

/**
 * What virtual routers do to the machine they run on: have interfaces made, set and remove addresses, and announce them. Each address names its interface.
 * Belongs to the loop's thread.
 */
final class Host implements AutoCloseable {
	private final Interfaces interfaces;
	private final RouteNetlink netlink;
	private final AcceptMode acceptMode;
	private final KernelSettings settings;
	private final Vmacs vmacs;
	private final Announcer announcer;
	private final Log log;

	Host(Interfaces interfaces, OwnAddresses ownAddresses, RouteNetlink netlink, Announcer announcer, Log log) {
		this.interfaces = interfaces;
		this.netlink = netlink;
		this.announcer = announcer;
		this.log = log;
		acceptMode = new AcceptMode(log);
		settings = new KernelSettings(log);
		vmacs = new Vmacs(netlink, interfaces, ownAddresses, settings, log);
	}

	/**
	 * Makes what the instances of a placement need, and leaves what others do.
	 *
	 * @throws DaemonException what stands in the way
	 */
	void prepare(Placement placement, Globals globals) throws DaemonException, LinuxException {
		vmacs.require(placement.vmacs());
		acceptMode.prepare(placement.instances(), globals.firewall());
	}

	/** Removes what only others needed than the instances of a placement. */
	void retain(Placement placement) {
		vmacs.retain(placement.vmacs());
	}

	/** An interface came, or changed. */
	void linkChanged(Link link) {
		vmacs.linkChanged(link);
	}

	/** Addresses of this machine's own came or went. */
	void addressesChanged() {
		vmacs.addressesChanged();
	}

	/** Sets addresses that an instance has. */
	void add(Instance instance, List<VirtualAddress> addresses) {
		for (VirtualAddress address : addresses) {
			Link link = interfaces.get(address.device());
			if (link != null) {
				acceptMode.block(instance, address, link);
			}
			int errno = link == null ? LinuxException.ENODEV : netlink.add(address, link);
			if (errno != 0) {
				log.info("(" + instance.name() + ") cannot set " + address.prefix() + " on " + address.device() + ": " + LinuxException.describe(errno));
			}
		}
	}

	/** @return those that were there */
	List<VirtualAddress> remove(Instance instance, List<VirtualAddress> addresses) {
		List<VirtualAddress> removed = new ArrayList<>();
		for (VirtualAddress address : addresses) {
			Link link = interfaces.get(address.device());
			int errno = link == null ? LinuxException.ENODEV : netlink.remove(address, link);
			if (link != null) {
				acceptMode.unblock(instance, address, link);
			}
			if (errno == 0) {
				removed.add(address);
			} else if (errno != LinuxException.EADDRNOTAVAIL && errno != LinuxException.ENODEV) {
				log.info("(" + instance.name() + ") cannot remove " + address.prefix() + " from " + address.device() + ": " + LinuxException.describe(errno));
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
	int announce(List<VirtualAddress> addresses, int repeat) {
		List<Announcer.Announcement> announcements = new ArrayList<>();
		for (VirtualAddress address : addresses) {
			Link link = interfaces.get(address.device());
			if (link != null) {
				announcements.add(Announcer.Announcement.of(link, address.address()));
			}
		}
		return announcer.announce(announcements, repeat);
	}

	/** Whether a virtual address is what the kernel calls by an address and an interface. */
	boolean isSame(VirtualAddress address, LinkAddress other) {
		Link link = interfaces.get(address.device());
		return link != null && link.index() == other.interfaceIndex() && address.prefix().equals(other.prefix());
	}

	/** Leaves the machine as it was found. */
	@Override
	public void close() {
		vmacs.close();
		acceptMode.close();
		settings.close();
	}
}
