package org.kaconf.runtime.linux;

/** Hears of every change of an interface or an address from the kernel. For one thread. */
public final class NetworkMonitor extends NetlinkSocket {
	/** RTMGRP_LINK, RTMGRP_IPV4_IFADDR and RTMGRP_IPV6_IFADDR. */
	private static final int GROUPS = 0x1 | 0x10 | 0x100;
	/** RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_ROUTE and RTNLGRP_IPV6_RULE. */
	private static final int[] ROUTING_GROUPS = {7, 8, 11, 19};
	private static final int SOL_NETLINK = 270;
	private static final int NETLINK_ADD_MEMBERSHIP = 1;
	private static final int DELETE_ROUTE = 25;
	private static final int DELETE_RULE = 33;
	/** Where struct rtmsg says who made a route. */
	private static final int PROTOCOL_OFFSET = 5;
	private static final int AF_UNSPEC = 0;
	private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

	/** What happened. */
	public interface Listener {
		void linkChanged(Link link);

		void linkRemoved(Link link);

		void addressAdded(LinkAddress address);

		void addressRemoved(LinkAddress address);

		/** A route of ours or a routing rule was removed; only after {@link #watchRouting}. */
		void routingRemoved();

		/** The kernel had more to say than the buffer holds: everything must be asked for again. */
		void overrun();
	}

	public NetworkMonitor() throws LinuxException {
		super(NETLINK_ROUTE, GROUPS);
		try {
			option(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER_BYTES, "cannot enlarge a receive buffer");
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	/** Begins to hear of routes and routing rules, too. */
	public void watchRouting() throws LinuxException {
		for (int group : ROUTING_GROUPS) {
			option(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group, "cannot hear of routes");
		}
	}

	/** Reports all changes that wait. */
	public void read(Listener listener) {
		long received;
		do {
			received = receiveMessages((type, sequence, body) -> {
				if (type <= DELETE_LINK && body.get(0) != AF_UNSPEC) {
					// Not the interface itself, but its part as a port of a bridge: DELETE_LINK only says that it has left.
					return;
				}
				switch (type) {
					case NEW_LINK -> listener.linkChanged(readLink(body));
					case DELETE_LINK -> listener.linkRemoved(readLink(body));
					case DELETE_RULE -> listener.routingRemoved();
					case DELETE_ROUTE -> {
						if (body.get(PROTOCOL_OFFSET) == RouteTable.PROTOCOL_KEEPALIVED) {
							listener.routingRemoved();
						}
					}
					case NEW_ADDRESS, DELETE_ADDRESS -> address(listener, type, readAddress(body));
					default -> {
						// Nothing that concerns anybody here.
					}
				}
			});
			if (received == -LinuxException.ENOBUFS) {
				listener.overrun();
			}
		} while (received > 0 || received == -LinuxException.ENOBUFS);
	}

	private static void address(Listener listener, int type, LinkAddress address) {
		if (address != null && type == NEW_ADDRESS) {
			listener.addressAdded(address);
		} else if (address != null) {
			listener.addressRemoved(address);
		}
	}
}
