package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Node;
import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.loop.Log;

/**
 * The addresses, routes and rules that a node has whatever its virtual routers do: set at the start, set again when somebody removes them, removed at the end.
 * Belongs to the loop's thread.
 */
final class StaticNetwork implements AutoCloseable {
	private static final String WHO = "static";

	private final RouteNetlink netlink;
	private final Interfaces interfaces;
	private final Routing routing;
	private final Log log;
	private List<VirtualAddress> addresses = List.of();
	private List<Route> routes = List.of();
	private List<RoutingRule> rules = List.of();

	StaticNetwork(RouteNetlink netlink, Interfaces interfaces, Routing routing, Log log) {
		this.netlink = netlink;
		this.interfaces = interfaces;
		this.routing = routing;
		this.log = log;
	}

	/** @throws DaemonException what this host does not know */
	void check(Node node) throws DaemonException {
		routing.check("static_routes and static_rules", node.staticRoutes(), node.staticRules());
	}

	/** Goes over to the static things of a configuration, which was checked. */
	void apply(Node node) {
		List<VirtualAddress> wanted = node.staticAddresses().stream().map(address -> placed(address, node)).toList();
		routing.removeRules(WHO, without(rules, node.staticRules()));
		routing.removeRoutes(WHO, without(routes, node.staticRoutes()));
		without(addresses, wanted).forEach(this::remove);
		without(wanted, addresses).forEach(this::add);
		routing.addRoutes(WHO, without(node.staticRoutes(), routes));
		routing.addRules(WHO, without(node.staticRules(), rules));
		addresses = wanted;
		routes = node.staticRoutes();
		rules = node.staticRules();
	}

	/** An interface came or came up: what was on it went with it before. */
	void linkChanged(Link link) {
		addresses.stream().filter(address -> link.up() && link.name().equals(address.device())).forEach(this::add);
		restoreRouting();
	}

	/** Somebody has removed routes or rules. */
	void restoreRouting() {
		routing.restore(WHO, routes, rules);
	}

	/** Somebody has removed an address. */
	void addressRemoved(LinkAddress removed) {
		for (VirtualAddress address : addresses) {
			Link link = interfaces.get(address.device());
			if (link != null && link.index() == removed.interfaceIndex() && address.prefix().equals(removed.prefix()) && address.options().tracked()) {
				log.info(WHO + " address " + address.prefix() + " was removed by somebody else, setting it again");
				add(address);
			}
		}
	}

	private static VirtualAddress placed(VirtualAddress address, Node node) {
		if (address.device() != null) {
			return address;
		}
		return Placement.withDevice(address, node.globals().interfaces().defaultInterface());
	}

	private static <T> List<T> without(List<T> all, List<T> some) {
		List<T> rest = new ArrayList<>(all);
		rest.removeAll(some);
		return rest;
	}

	private void add(VirtualAddress address) {
		Link link = interfaces.get(address.device());
		int errno = link == null ? LinuxException.ENODEV : netlink.add(address, link);
		if (errno != 0) {
			log.info(WHO + " cannot set address " + address.prefix() + " on " + address.device() + ": " + LinuxException.describe(errno));
		}
	}

	private void remove(VirtualAddress address) {
		Link link = interfaces.get(address.device());
		if (link != null) {
			netlink.remove(address, link);
		}
	}

	/** Removes everything. */
	@Override
	public void close() {
		routing.removeRules(WHO, rules);
		routing.removeRoutes(WHO, routes);
		addresses.forEach(this::remove);
		addresses = List.of();
		routes = List.of();
		rules = List.of();
	}
}
