package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.RouteNetlink;

/** The interfaces of this host and their addresses, as far as the kernel has told. */
final class Interfaces {
	private final Map<String, Link> byName = new HashMap<>();
	private final List<LinkAddress> addresses = new ArrayList<>();

	void refresh(RouteNetlink netlink) throws LinuxException {
		byName.clear();
		netlink.links().forEach(this::put);
		setAddresses(netlink.addresses());
	}

	void setAddresses(List<LinkAddress> all) {
		addresses.clear();
		addresses.addAll(all);
	}

	/** The kernel reports a change of lifetime or flags in the same way as a new address. */
	void add(LinkAddress address) {
		for (int i = 0; i < addresses.size(); i++) {
			if (addresses.get(i).isSame(address)) {
				addresses.set(i, address);
				return;
			}
		}
		addresses.add(address);
	}

	void remove(LinkAddress address) {
		addresses.removeIf(address::isSame);
	}

	/** @return {@code null} when there is none of this name */
	Link get(String name) {
		return byName.get(name);
	}

	/**
	 * Whether news of an interface are older than what is known: of its name another one is known. The kernel tells everything in order, so that one can only have been asked for while the news were on their way; it was
	 * made since.
	 */
	boolean isOutdated(Link link) {
		Link known = byName.get(link.name());
		return known != null && known.index() != link.index();
	}

	/** What an interface was known as that has another name now; empty for one that has not been renamed. */
	Optional<Link> formerly(Link link) {
		return byName.values().stream().filter(known -> known.index() == link.index() && !known.name().equals(link.name())).findFirst();
	}

	/** Those that are known but not among all there are. */
	List<Link> missing(List<Link> all) {
		return byName.values().stream().filter(known -> all.stream().noneMatch(link -> link.index() == known.index())).toList();
	}

	void put(Link link) {
		byName.put(link.name(), link);
	}

	void remove(Link link) {
		byName.remove(link.name());
	}

	/** Addresses of an interface that one can send from, in the kernel's order. */
	List<IpAddress> addresses(Link link) {
		return addresses.stream().filter(a -> a.usable() && a.interfaceIndex() == link.index()).map(a -> a.prefix().address()).toList();
	}

	/** Whether any interface has an address, usable or not. */
	boolean has(IpAddress address) {
		return addresses.stream().anyMatch(a -> a.prefix().address().equals(address));
	}
}
