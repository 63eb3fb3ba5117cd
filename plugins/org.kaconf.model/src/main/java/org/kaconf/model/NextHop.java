package org.kaconf.model;

/**
 * Where packets of a route go next; what is {@code null} is not set.
 *
 * @param weight share of the traffic among several next hops, 1..256
 * @param onLink the gateway counts as reachable even if no prefix of the interface holds it
 * @param realms {@code [SOURCE/]DESTINATION}, names or numbers; IPv4 only
 */
public record NextHop(IpAddress gateway, String device, int weight, boolean onLink, String realms, Encapsulation encapsulation) {
	public static final NextHop NONE = new NextHop(null, null, 1, false, null, null);
}
