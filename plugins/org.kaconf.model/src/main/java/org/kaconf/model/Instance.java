package org.kaconf.model;

import java.time.Duration;
import java.util.List;

/**
 * A {@code vrrp_instance} of one node with every default filled in.
 *
 * @param interfaceName {@code null} when none is written (then unicast must be)
 * @param virtualRouterId 1..255; 0 when the text gives none that is valid
 * @param priority 1..255; 255 is the address owner
 * @param advertInterval 10 ms steps in version 3, whole seconds in version 2
 * @param sourceAddress {@code mcast_src_ip} or {@code unicast_src_ip}; {@code null} for the interface's first address
 * @param multicastGroup where adverts go when there are no unicast peers
 * @param skipAddressCheck the addresses in adverts are compared with the own ones only when the master changes
 * @param preempt false for {@code nopreempt}
 * @param preemptDelay wait after start before preempting
 * @param downTimerAdverts adverts missed until the master counts as down, 1..100; 3 in the RFCs
 * @param virtualAddresses addresses that travel in the adverts
 * @param excludedAddresses addresses set with them that do not travel
 * @param routes set while it is master
 * @param rules set while it is master
 * @param vmac {@code null} for none
 * @param ipvlan {@code null} for none
 * @param tracking its own and those of its sync group
 * @param smtpAlert changes of state are mailed
 * @param notifyPriorityChanges changes of priority are notified
 * @param syncGroup name of its group; {@code null} for none
 */
public record Instance(String name, InitialState initialState, String interfaceName, int virtualRouterId, int priority, VrrpVersion version,
		Family family, Duration advertInterval, Authentication authentication, IpAddress sourceAddress, IpAddress multicastGroup,
		List<UnicastPeer> unicastPeers, UnicastOptions unicastOptions, boolean preempt, Duration preemptDelay, boolean strict, boolean accept,
		boolean skipAddressCheck, boolean lowerPriorityNoAdvert, boolean higherPrioritySendAdvert, int downTimerAdverts, GratuitousArp garp,
		Extensions extensions, List<VirtualAddress> virtualAddresses, List<VirtualAddress> excludedAddresses, List<Route> routes, List<RoutingRule> rules, Vmac vmac,
		Ipvlan ipvlan, InterfaceOptions interfaceOptions, Tracking tracking, Notify notifyScripts, boolean smtpAlert,
		boolean notifyPriorityChanges, String syncGroup, Origins origins) implements Tracks {
	/** RFC 9568, 5.1.1.2. */
	public static final IpAddress MULTICAST_IPV4 = IpAddress.of("224.0.0.18");
	/** RFC 9568, 5.1.2.2. */
	public static final IpAddress MULTICAST_IPV6 = IpAddress.of("ff02::12");
	/** The priority of the node that owns the virtual addresses. */
	public static final int OWNER = 255;

	public Instance {
		origins = Origins.orNone(origins);
		unicastPeers = List.copyOf(unicastPeers);
		virtualAddresses = List.copyOf(virtualAddresses);
		excludedAddresses = List.copyOf(excludedAddresses);
		routes = List.copyOf(routes);
		rules = List.copyOf(rules);
	}

	public boolean isUnicast() {
		return !unicastPeers.isEmpty();
	}

	public static InstanceBuilder builder(String name) {
		return new InstanceBuilder(name);
	}
}
