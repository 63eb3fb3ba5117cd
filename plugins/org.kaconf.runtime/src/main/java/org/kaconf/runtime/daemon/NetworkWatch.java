package org.kaconf.runtime.daemon;

import java.util.List;
import org.kaconf.model.Node;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.NetworkMonitor;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Tracker;

/** Hears from the kernel what becomes of interfaces and addresses, and tells the virtual routers what concerns them. Belongs to the loop's thread. */
final class NetworkWatch implements NetworkMonitor.Listener {
	private final EventLoop loop;
	private final RouteNetlink netlink;
	private final Interfaces interfaces;
	private final OwnAddresses ownAddresses;
	private final Ports ports;
	private final Host host;
	private final Routers routers;
	private final Log log;
	private final LinkDelays delays = new LinkDelays(this::upOrDown);
	private boolean restoresRouting;

	NetworkWatch(EventLoop loop, RouteNetlink netlink, Interfaces interfaces, OwnAddresses ownAddresses, Ports ports, Host host, Routers routers, Log log) {
		this.loop = loop;
		this.netlink = netlink;
		this.interfaces = interfaces;
		this.ownAddresses = ownAddresses;
		this.ports = ports;
		this.host = host;
		this.routers = routers;
		this.log = log;
	}

	/** Which interfaces have delays. */
	void configure(Node node) {
		delays.configure(node.interfaces(), node.instances());
		node.interfaces().stream().filter(settings -> settings.linkbeat() != null)
				.forEach(settings -> log.info("(" + settings.name() + "): linkbeat is not needed, the kernel tells of the link"));
	}

	/** When a delay ends. */
	long next() {
		return delays.next();
	}

	/** Tells of links that have stayed as they are for long enough. */
	void due(long now) {
		delays.due(now);
	}

	@Override
	public void linkChanged(Link link) {
		if (interfaces.isOutdated(link)) {
			return;
		}
		interfaces.formerly(link).ifPresent(this::linkRemoved);
		Link before = interfaces.get(link.name());
		interfaces.put(link);
		ports.linkChanged(link);
		host.linkChanged(link);
		if (before == null || before.up() != link.up()) {
			delays.changed(link.name(), link.up(), System.nanoTime());
		}
	}

	@Override
	public void linkRemoved(Link link) {
		if (interfaces.isOutdated(link)) {
			return;
		}
		interfaces.remove(link);
		ports.linkRemoved(link);
		host.linkRemoved(link);
		delays.removed(link.name());
	}

	private void upOrDown(String name, boolean up) {
		long now = System.nanoTime();
		Tracker tracker = Tracker.networkInterface(name);
		if (routers.any(instance -> instance.interfaceName().equals(name) || Trackers.of(instance).contains(tracker))) {
			log.info("Netlink reports " + name + (up ? " up" : " down"));
		}
		routers.handle(new Event.Link(up), instance -> instance.interfaceName().equals(name) && instance.interfaceOptions().trackPrimary(), now);
		routers.track(tracker, up, now);
	}

	@Override
	public void addressAdded(LinkAddress address) {
		if (!ownAddresses.isVirtual(address.prefix().address())) {
			interfaces.add(address);
			addressesChanged();
		}
	}

	@Override
	public void addressRemoved(LinkAddress address) {
		if (!ownAddresses.isVirtual(address.prefix().address())) {
			interfaces.remove(address);
			addressesChanged();
			loop.post(() -> host.addressRemoved(address));
			return;
		}
		// After what else the kernel has to say, such as that the whole interface is gone.
		loop.post(() -> routers.restore(address));
	}

	@Override
	public void routingRemoved() {
		if (!restoresRouting) {
			restoresRouting = true;
			// Once for all that the kernel has to say now.
			loop.post(() -> {
				restoresRouting = false;
				routers.restoreRouting();
				host.routingChanged();
			});
		}
	}

	@Override
	public void overrun() {
		log.info("Netlink reported more changes than could be read; asking for all interfaces and addresses again");
		try {
			List<Link> links = netlink.links();
			interfaces.missing(links).forEach(this::linkRemoved);
			links.forEach(this::linkChanged);
			interfaces.setAddresses(netlink.addresses());
			addressesChanged();
		} catch (LinuxException e) {
			log.info(e.getMessage());
		}
	}

	private void addressesChanged() {
		host.addressesChanged();
		long now = System.nanoTime();
		for (Router router : routers.all()) {
			router.choosePrimaryAddress(ownAddresses.of(router.instance().interfaceName()), now);
		}
	}
}
