package org.kaconf.runtime.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.function.Function;
import org.kaconf.model.Encapsulation;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.NextHop;
import org.kaconf.model.Route;
import org.kaconf.model.RouteMetric;
import org.kaconf.runtime.linux.RoutingNames.Kind;

/** Sets and removes routes, as keepalived does. For one thread. */
public final class RouteTable {
	/** RTPROT_KEEPALIVED: who makes routes that do not say so. */
	static final int PROTOCOL_KEEPALIVED = 18;
	private static final int NEW_ROUTE = 24;
	private static final int DELETE_ROUTE = 25;
	private static final int SCOPE_UNIVERSE = 0;
	private static final int SCOPE_NOWHERE = 255;
	private static final int ON_LINK = 4;
	private static final int MAIN_TABLE = 254;
	private static final int LARGEST_TABLE_OCTET = 255;

	/** RTA_DST and so on. */
	private static final int DESTINATION = 1;
	private static final int SOURCE = 2;
	private static final int OUTPUT_INTERFACE = 4;
	private static final int GATEWAY = 5;
	private static final int PRIORITY = 6;
	private static final int PREFERRED_SOURCE = 7;
	private static final int METRICS = 8;
	private static final int NEXT_HOPS = 9;
	private static final int REALMS = 11;
	private static final int TABLE = 15;
	private static final int VIA = 18;
	private static final int PREFERENCE = 20;
	private static final int ENCAPSULATION_TYPE = 21;
	private static final int ENCAPSULATION = 22;
	private static final int EXPIRES = 23;
	private static final int TTL_PROPAGATE = 26;
	private static final int METRIC_LOCK = 1;
	private static final int METRIC_CONGESTION_CONTROL = 16;

	private static final Map<String, Integer> TYPES = Map.ofEntries(Map.entry("unicast", 1), Map.entry("local", 2), Map.entry("broadcast", 3), Map.entry("brd", 3),
			Map.entry("anycast", 4), Map.entry("multicast", 5), Map.entry("blackhole", 6), Map.entry("unreachable", 7), Map.entry("prohibit", 8),
			Map.entry("throw", 9), Map.entry("nat", 10), Map.entry("xresolve", 11));
	private static final Map<String, Integer> PREFERENCES = Map.of("medium", 0, "high", 1, "low", 3);

	private final RouteNetlink netlink;
	private final Function<String, Link> links;

	/** @param links the interfaces by name; {@code null} for one that is not there */
	public RouteTable(RouteNetlink netlink, Function<String, Link> links) {
		this.netlink = netlink;
		this.links = links;
	}

	/** Whether all names in a route are known here. @throws IllegalArgumentException which is not */
	public void check(Route route) {
		build(NEW_ROUTE, 0, route);
	}

	/** @return 0, or the errno: EEXIST when there is the same route, ENODEV when its interface is not there */
	public int add(Route route) {
		int flags = switch (route.insertion()) {
			case PREPEND -> 0;
			case ADD -> NetlinkMessage.EXCLUSIVE;
			case APPEND -> NetlinkMessage.APPEND;
		};
		return change(NEW_ROUTE, NetlinkMessage.CREATE | flags, route);
	}

	/** @return 0, or the errno: ESRCH when there is no such route */
	public int remove(Route route) {
		return change(DELETE_ROUTE, 0, route);
	}

	private int change(int type, int flags, Route route) {
		boolean missing = isMissing(route.hop()) || route.nextHops().stream().anyMatch(this::isMissing);
		if (missing) {
			return LinuxException.ENODEV;
		}
		build(type, flags, route);
		return netlink.change();
	}

	private boolean isMissing(NextHop hop) {
		return hop.device() != null && links.apply(hop.device()) == null;
	}

	private void build(int type, int flags, Route route) {
		boolean delete = type == DELETE_ROUTE;
		int table = route.table() == null ? MAIN_TABLE : RoutingNames.number(Kind.TABLE, route.table());
		int scope = route.scope() != null ? RoutingNames.number(Kind.SCOPE, route.scope()) : delete ? SCOPE_NOWHERE : SCOPE_UNIVERSE;
		// struct rtmsg.
		NetlinkMessage message = netlink.beginChange(type, flags).putByte(SocketAddresses.family(route.family())).putByte(route.destination().length())
				.putByte(route.source() == null ? 0 : route.source().length()).putByte(route.tos() == null ? 0 : RoutingNames.number(Kind.TOS, route.tos()))
				.putByte(table <= LARGEST_TABLE_OCTET ? table : 0)
				.putByte(route.protocol() == null ? PROTOCOL_KEEPALIVED : RoutingNames.number(Kind.PROTOCOL, route.protocol())).putByte(scope)
				.putByte(route.type() == null ? TYPES.get("unicast") : type(route.type())).putInt(route.hop().onLink() ? ON_LINK : 0);
		if (table > LARGEST_TABLE_OCTET) {
			message.attribute(TABLE, table);
		}
		if (route.destination().length() > 0) {
			message.attribute(DESTINATION, route.destination().address().bytes());
		}
		if (route.source() != null) {
			message.attribute(SOURCE, route.source().address().bytes());
		}
		if (route.preferredSource() != null) {
			message.attribute(PREFERRED_SOURCE, route.preferredSource().bytes());
		}
		if (route.metric() != null) {
			message.attribute(PRIORITY, route.metric().intValue());
		}
		if (route.expires() != null) {
			message.attribute(EXPIRES, route.expires().intValue());
		}
		if (route.preference() != null) {
			Integer known = PREFERENCES.get(route.preference());
			message.byteAttribute(PREFERENCE, known != null ? known : Integer.parseInt(route.preference()));
		}
		if (route.ttlPropagate() != null) {
			message.byteAttribute(TTL_PROPAGATE, route.ttlPropagate() ? 1 : 0);
		}
		if (route.hop().device() != null) {
			Link link = links.apply(route.hop().device());
			message.attribute(OUTPUT_INTERFACE, link == null ? 0 : link.index());
		}
		hop(message, route.hop(), route.family());
		metrics(message, route);
		if (!route.nextHops().isEmpty()) {
			message.nested(NEXT_HOPS, () -> route.nextHops().forEach(hop -> nextHop(message, hop, route.family())));
		}
	}

	private static int type(String name) {
		Integer type = TYPES.get(name);
		if (type == null) {
			throw new IllegalArgumentException("there is no type of route " + name);
		}
		return type;
	}

	/** struct rtnexthop and its attributes. */
	private void nextHop(NetlinkMessage message, NextHop hop, Family family) {
		Link link = hop.device() == null ? null : links.apply(hop.device());
		int at = message.position();
		message.putShort(0).putByte(hop.onLink() ? ON_LINK : 0).putByte(hop.weight() - 1).putInt(link == null ? 0 : link.index());
		hop(message, hop, family);
		message.setLength(at);
	}

	private static void hop(NetlinkMessage message, NextHop hop, Family family) {
		IpAddress gateway = hop.gateway();
		if (gateway != null && gateway.family() == family) {
			message.attribute(GATEWAY, gateway.bytes());
		} else if (gateway != null) {
			// struct rtvia.
			ByteBuffer via = ByteBuffer.allocate(2 + gateway.family().bytes()).order(ByteOrder.nativeOrder());
			message.attribute(VIA, via.putShort((short) SocketAddresses.family(gateway.family())).put(gateway.bytes()).array());
		}
		if (hop.realms() != null) {
			message.attribute(REALMS, RoutingNames.realms(hop.realms()));
		}
		Encapsulation encapsulation = hop.encapsulation();
		if (encapsulation != null) {
			RouteEncapsulation encoded = RouteEncapsulation.of(encapsulation.kind());
			message.shortAttribute(ENCAPSULATION_TYPE, encoded.type()).nested(ENCAPSULATION, () -> encoded.write(encapsulation, message));
		}
	}

	private static void metrics(NetlinkMessage message, Route route) {
		var metrics = route.metrics();
		if (metrics.values().isEmpty() && metrics.congestionControl() == null) {
			return;
		}
		int locked = metrics.congestionControlLocked() ? 1 << METRIC_CONGESTION_CONTROL : 0;
		for (RouteMetric metric : metrics.values()) {
			locked |= metric.locked() ? 1 << metric.kind().attribute() : 0;
		}
		int locks = locked;
		message.nested(METRICS, () -> {
			metrics.values().forEach(metric -> message.attribute(metric.kind().attribute(), (int) metric.value()));
			if (metrics.congestionControl() != null) {
				message.attribute(METRIC_CONGESTION_CONTROL, metrics.congestionControl());
			}
			if (locks != 0) {
				message.attribute(METRIC_LOCK, locks);
			}
		});
	}
}
