package org.kaconf.simulation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kaconf.model.Instance;
import org.kaconf.model.Origin;
import org.kaconf.vrrp.packet.Reason;

/**
 * Why two nodes do not see each other's adverts.
 *
 * @param reason words that follow a colon
 * @param origin the value that differs, on the node that comes second
 */
record Blame(String reason, Origin origin) {
	/** The keyword whose value is compared when an advert is dropped. */
	private static final Map<Reason, String> KEYWORDS = new EnumMap<>(Map.of(Reason.VERSION_ERROR, "version", Reason.ADVERTISE_INTERVAL_ERROR,
			"advert_int", Reason.AUTH_FAILURE, "auth_pass", Reason.AUTH_TYPE_MISMATCH, "auth_type", Reason.ADDRESS_LIST_ERROR, "virtual_ipaddress"));

	static Blame forTwoMasters(Component component, int router, List<Integer> masters, Collection<Rejected> rejections) {
		Optional<Rejected> dropped = rejections.stream()
				.filter(r -> component.routers().get(router).contains(r.receiver()) && masters.contains(r.receiver()) && masters.contains(r.sender()))
				.findFirst();
		return dropped.map(rejected -> forDropped(component, rejected))
				.orElseGet(() -> forUnheard(component.participants().get(masters.get(0)), component.participants().get(masters.get(1))));
	}

	private static Blame forDropped(Component component, Rejected rejected) {
		Participant receiver = component.participants().get(rejected.receiver());
		Participant sender = component.participants().get(rejected.sender());
		boolean unicast = receiver.instance().isUnicast() != sender.instance().isUnicast();
		String keyword = unicast ? "unicast_peer" : KEYWORDS.getOrDefault(rejected.reason(), "virtual_router_id");
		Participant blamed = unicast && !receiver.instance().isUnicast() ? sender : receiver;
		return new Blame(receiver.node().name() + " drops the adverts of " + sender.node().name() + ", \"" + rejected.text() + "\"",
				blamed.instance().origins().of(keyword));
	}

	private static Blame forUnheard(Participant one, Participant other) {
		Instance a = one.instance();
		Instance b = other.instance();
		if (a.virtualRouterId() != b.virtualRouterId()) {
			return new Blame("virtual_router_id is " + a.virtualRouterId() + " on " + one.node().name() + " and " + b.virtualRouterId() + " on "
					+ other.node().name(), b.origins().of("virtual_router_id"));
		}
		if (!a.isUnicast() && !b.isUnicast() && !a.multicastGroup().equals(b.multicastGroup())) {
			return new Blame("adverts go to " + a.multicastGroup() + " on " + one.node().name() + " and to " + b.multicastGroup() + " on "
					+ other.node().name(), b.origins().of("mcast_dst_ip"));
		}
		Participant deaf = Topology.hears(one, other) ? one : other;
		Participant mute = deaf == one ? other : one;
		return new Blame(deaf.node().name() + " does not get the adverts of " + mute.node().name()
				+ (mute.instance().isUnicast() ? ", which does not list " + deaf.address() + " as a unicast peer" : ""),
				mute.instance().origins().of("unicast_peer"));
	}
}
