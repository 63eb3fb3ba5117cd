package org.kaconf.model;

import java.util.List;

/**
 * One line of {@code virtual_routes} or {@code static_routes}. Names of tables, protocols, scopes and realms are those of the host's
 * iproute2 files or numbers; what is {@code null} is not set.
 *
 * @param type such as {@code unicast} or {@code blackhole}
 * @param destination of length 0 for the default route
 * @param source IPv6 only: where packets come from that the route is for
 * @param preferredSource address that packets of this host leave with
 * @param table {@code null} for the main table
 * @param metric 0..4294967295
 * @param tos name or number of the type of service
 * @param hop where the packets go; {@link NextHop#NONE} when nothing is said or several next hops are
 * @param nextHops of a route over several ways; empty otherwise
 * @param expires seconds until an IPv6 route ends, 0..4294967295
 * @param preference of an IPv6 route: {@code low}, {@code medium}, {@code high} or a number 0..255
 * @param tracked false when the route may vanish without a consequence: {@code no_track}, or no interface is named
 * @param trackGroup static routes only: name of the {@link TrackGroup} that goes to fault with its interface
 */
public record Route(Family family, String type, IpPrefix destination, IpPrefix source, IpAddress preferredSource, String table, String vrf,
		String protocol, String scope, Long metric, String tos, NextHop hop, List<NextHop> nextHops, RouteMetrics metrics, Long expires,
		String preference, Boolean ttlPropagate, Insertion insertion, boolean tracked, String trackGroup, Origins origins) {
	public Route {
		origins = Origins.orNone(origins);
		nextHops = List.copyOf(nextHops);
	}

	/** What happens beside routes to the same destination that are there already. */
	public enum Insertion {
		/** In front of them; keepalived's own way. */
		PREPEND,
		/** Only if there is none. */
		ADD,
		/** Behind them. */
		APPEND
	}
}
