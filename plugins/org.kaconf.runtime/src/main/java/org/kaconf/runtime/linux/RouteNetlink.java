package org.kaconf.runtime.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.AddressOptions;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;

/**
 * Asks the kernel about interfaces and addresses, and sets and removes addresses. For one thread.
 */
public final class RouteNetlink extends RequestSocket {
	private static final String CANNOT_LIST = "cannot list interfaces and addresses";
	private static final int ATTRIBUTE_LIFETIMES = 6;
	/** IFA_F_NODAD and so on. */
	private static final int NO_DUPLICATE_DETECTION = 0x02;
	private static final int HOME_ADDRESS = 0x10;
	private static final int MANAGE_TEMPORARY = 0x100;
	private static final int NO_PREFIX_ROUTE = 0x200;
	private static final int AUTO_JOIN = 0x400;

	public RouteNetlink() throws LinuxException {
		super(NETLINK_ROUTE);
	}

	public List<Link> links() throws LinuxException {
		List<Link> links = new ArrayList<>();
		dump(GET_LINK, 16, NEW_LINK, body -> links.add(readLink(body)), CANNOT_LIST);
		return links;
	}

	/** One interface as it is now. @return {@code null} when there is none of this name */
	public Link link(String name) throws LinuxException {
		return links().stream().filter(link -> link.name().equals(name)).findFirst().orElse(null);
	}

	public List<LinkAddress> addresses() throws LinuxException {
		List<LinkAddress> addresses = new ArrayList<>();
		dump(GET_ADDRESS, 8, NEW_ADDRESS, body -> {
			LinkAddress address = readAddress(body);
			if (address != null) {
				addresses.add(address);
			}
		}, CANNOT_LIST);
		return addresses;
	}

	/** Sets an address; one that is there already is left or updated. @return 0 or the errno */
	public int add(VirtualAddress address, Link link) {
		return change(NEW_ADDRESS, NetlinkMessage.CREATE | NetlinkMessage.REPLACE, address, link);
	}

	/** Removes an address. @return 0 or the errno */
	public int remove(VirtualAddress address, Link link) {
		return change(DELETE_ADDRESS, 0, address, link);
	}

	private int change(int type, int flags, VirtualAddress address, Link link) {
		IpAddress ip = address.address();
		boolean ipv4 = ip.family() == Family.IPV4;
		NetlinkMessage message = beginChange(type, flags).putByte(SocketAddresses.family(ip.family())).putByte(address.prefix().length()).putByte(0)
				.putByte(ipv4 && address.scope() != null ? RoutingNames.number(RoutingNames.Kind.SCOPE, address.scope()) : 0).putInt(link.index());
		message.attribute(ATTRIBUTE_LOCAL, ip.bytes());
		message.attribute(ATTRIBUTE_ADDRESS, address.peer() == null ? ip.bytes() : address.peer().address().bytes());
		message.attribute(ATTRIBUTE_FLAGS, flags(address.options(), ipv4));
		byte[] broadcast = Broadcast.of(address);
		if (broadcast != null) {
			message.attribute(ATTRIBUTE_BROADCAST, broadcast);
		}
		if (ipv4 && address.label() != null) {
			message.attribute(ATTRIBUTE_LABEL, address.label());
		}
		if (!ipv4 && address.preferredLifetime() != AddressOptions.FOREVER) {
			message.attribute(ATTRIBUTE_LIFETIMES, lifetimes((int) address.preferredLifetime()));
		}
		return change();
	}

	/** An IPv6 address that moves must be usable at once: whether there is a duplicate is not asked, unless that is wanted. */
	private static int flags(AddressOptions options, boolean ipv4) {
		return (ipv4 || options.duplicateDetection() ? 0 : NO_DUPLICATE_DETECTION) | (options.homeAddress() ? HOME_ADDRESS : 0)
				| (options.manageTemporary() ? MANAGE_TEMPORARY : 0) | (options.noPrefixRoute() ? NO_PREFIX_ROUTE : 0) | (options.autoJoin() ? AUTO_JOIN : 0);
	}

	/** struct ifa_cacheinfo of an address that is valid for ever. */
	private static byte[] lifetimes(int preferred) {
		return ByteBuffer.allocate(16).order(ByteOrder.nativeOrder()).putInt(preferred).putInt((int) AddressOptions.FOREVER).array();
	}
}
