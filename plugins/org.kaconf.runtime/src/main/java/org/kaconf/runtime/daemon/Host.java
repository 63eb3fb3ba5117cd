package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.linux.FrameSocket;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.NetworkMonitor;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.loop.Log;

/**
 * What virtual routers do to the machine they run on: have interfaces made, set and remove addresses, and announce them. Each address names its interface.
 * Belongs to the loop's thread.
 */
final class Host implements AutoCloseable {
	private final Interfaces interfaces;
	private final OwnAddresses ownAddresses;
	private final RouteNetlink netlink;
	private final NetworkMonitor monitor;
	private final AcceptMode acceptMode;
	private final KernelSettings settings;
	private final Vmacs vmacs;
	private final SecondaryAddresses secondaries;
	private final Routing routing;
	private final StaticNetwork fixed;
	private final AnnouncementFrames frames;
	private final Announcer announcer;
	private final ExtraAnnouncements extra;
	private final Log log;

	Host(Interfaces interfaces, OwnAddresses ownAddresses, RouteNetlink netlink, NetworkMonitor monitor, FrameSocket socket, Log log) {
		this.interfaces = interfaces;
		this.netlink = netlink;
		this.monitor = monitor;
		this.ownAddresses = ownAddresses;
		frames = new AnnouncementFrames(socket, log);
		announcer = new Announcer(frames);
		extra = new ExtraAnnouncements(ownAddresses, (instance, addresses) -> announce(instance, addresses, 1));
		this.log = log;
		acceptMode = new AcceptMode(log);
		settings = new KernelSettings(log);
		secondaries = new SecondaryAddresses(settings);
		routing = new Routing(netlink, interfaces, log);
		fixed = new StaticNetwork(netlink, interfaces, routing, log);
		vmacs = new Vmacs(netlink, interfaces, ownAddresses, settings, log);
	}

	/**
	 * Makes what the instances of a placement need, and leaves what others do.
	 *
	 * @throws DaemonException what stands in the way
	 */
	void prepare(Placement placement, Node node) throws DaemonException, LinuxException {
		for (Instance instance : placement.instances()) {
			routing.check("vrrp_instance " + instance.name(), instance.routes(), instance.rules());
		}
		fixed.check(node);
		vmacs.require(placement.vmacs());
		secondaries.require(placement);
		acceptMode.prepare(placement.instances(), node.globals().firewall());
		boolean routed = !node.staticRoutes().isEmpty() || !node.staticRules().isEmpty()
				|| placement.instances().stream().anyMatch(instance -> !instance.routes().isEmpty() || !instance.rules().isEmpty());
		if (routed) {
			monitor.watchRouting();
		}
	}

	/** Removes what only others needed than the instances of a placement. */
	void retain(Placement placement) {
		vmacs.retain(placement.vmacs());
		secondaries.retain(placement);
	}

	/** Goes over to what a node has whatever its instances do. */
	void setStatic(Node node) {
		fixed.apply(node);
	}

	/** An interface came, or changed. */
	void linkChanged(Link link) {
		frames.linkChanged(link.name(), link);
		vmacs.linkChanged(link);
		secondaries.linkChanged(link);
		fixed.linkChanged(link);
	}

	/** Somebody has removed an address that is not virtual. */
	void addressRemoved(LinkAddress address) {
		fixed.addressRemoved(address);
	}

	/** Somebody has removed routes or rules. */
	void routingChanged() {
		fixed.restoreRouting();
	}

	void addRoutes(Instance instance, List<Route> routes) {
		routing.addRoutes("(" + instance.name() + ")", routes);
	}

	void removeRoutes(Instance instance, List<Route> routes) {
		routing.removeRoutes("(" + instance.name() + ")", routes);
	}

	void addRules(Instance instance, List<RoutingRule> rules) {
		routing.addRules("(" + instance.name() + ")", rules);
	}

	void removeRules(Instance instance, List<RoutingRule> rules) {
		routing.removeRules("(" + instance.name() + ")", rules);
	}

	/** Sets the routes and rules of a master again that somebody else has removed. */
	void restoreRouting(Instance instance) {
		routing.restore("(" + instance.name() + ")", instance.routes(), instance.rules());
	}

	void linkRemoved(Link link) {
		frames.linkChanged(link.name(), null);
	}

	/** Addresses of this machine's own came or went. */
	void addressesChanged() {
		vmacs.addressesChanged();
	}

	/** For an instance whose addresses are set, and that may begin or cease to answer for them. */
	void changeAcceptance(Instance before, Instance after) {
		if (AcceptMode.isRestricted(before) && !AcceptMode.isRestricted(after)) {
			forEachPlaced(before, (address, link) -> acceptMode.unblock(before, address, link));
		} else if (!AcceptMode.isRestricted(before)) {
			forEachPlaced(after, (address, link) -> acceptMode.block(after, address, link));
		}
	}

	private void forEachPlaced(Instance instance, BiConsumer<VirtualAddress, Link> action) {
		Stream.concat(instance.virtualAddresses().stream(), instance.excludedAddresses().stream()).filter(address -> interfaces.get(address.device()) != null)
				.forEach(address -> action.accept(address, interfaces.get(address.device())));
	}

	/** An instance has given up all its addresses. */
	void ceased(Instance instance) {
		extra.end(instance);
	}

	/** Sets addresses that an instance has. */
	void add(Instance instance, List<VirtualAddress> addresses) {
		extra.begin(instance, System.nanoTime());
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
			announcer.forget(address.address());
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
	void announce(Instance instance, IpAddress address) {
		announce(instance, List.of(new VirtualAddress(new IpPrefix(address, address.family().bits()), instance.interfaceName(), null, null, null, null, null)), 1);
	}

	/** @return frames sent now; where pauses are configured, others follow */
	int announce(Instance instance, List<VirtualAddress> addresses, int repeat) {
		List<Announcement> announcements = new ArrayList<>();
		for (VirtualAddress address : addresses) {
			Link link = interfaces.get(address.device());
			if (link != null) {
				announcements.add(new Announcement(link, ownAddresses.base(address.device()), address.address()));
			}
		}
		return announcer.announce(announcements, repeat, instance.garp(), System.nanoTime());
	}

	/** When there is something to announce next. */
	long next() {
		return Math.min(announcer.next(), extra.next());
	}

	/** Announces what is due. */
	void due(long now) {
		announcer.due(now);
		extra.due(now);
	}

	/** Whether a virtual address is what the kernel calls by an address and an interface. */
	boolean isSame(VirtualAddress address, LinkAddress other) {
		Link link = interfaces.get(address.device());
		return link != null && link.index() == other.interfaceIndex() && address.prefix().equals(other.prefix());
	}

	/** Leaves the machine as it was found. */
	@Override
	public void close() {
		fixed.close();
		vmacs.close();
		acceptMode.close();
		settings.close();
	}
}
