package org.kaconf.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.kaconf.model.Authentication;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.PreparedPacket;

/** Finds what keeps the runtime from running a configuration as it is meant: rather no daemon than one that ignores a line. */
final class Unsupported {
	/** Of keepalived 2.4: whoever signs takes no advert without a signature. */
	private static final String SIGNED_ADVERTS = "vrrp_instance auth_hmac";
	private static final IpAddress ANY = IpAddress.of("0.0.0.0");
	private static final IpAddress ANY_IPV6 = IpAddress.of("::");

	/** @param reason names the keyword */
	private record Rule(Predicate<Instance> applies, String reason) {
	}

	private static final List<Rule> RULES = List.of(
			new Rule(i -> i.interfaceName() == null, "unknown interface! Name the one to send adverts on; unicast peers alone are not enough, nor are they for keepalived 2.2.7"),
			new Rule(i -> i.virtualRouterId() == 0, "virtual_router_id is missing; give it a number 1..255 that no other router on the segment uses"),
			new Rule(i -> i.ipvlan() != null, "use_ipvlan is not supported by this runtime; write use_vmac, or use keepalived"),
			new Rule(i -> i.interfaceOptions().vrf() != null || i.routes().stream().anyMatch(route -> route.vrf() != null),
					"vrf is not supported by this runtime; name the interface and the table, or use keepalived"),
			new Rule(i -> i.family() == Family.IPV6 && i.version() == VrrpVersion.V2 && i.authentication().type() == Authentication.Type.AH,
					"auth_type AH is for IPv4 only; remove authentication, which version 3 has none of"));

	private Unsupported() {
	}

	/** One line about the first such thing. */
	static Optional<String> find(Node node) {
		if (node.unread().contains(SIGNED_ADVERTS)) {
			return Optional.of("auth_hmac is not supported; its peers would drop the adverts of this node");
		}
		if (node.instances().isEmpty()) {
			return Optional.of("node " + node.name() + " has no vrrp_instance; there is nothing to run");
		}
		Set<String> routers = new HashSet<>();
		for (Instance instance : node.instances()) {
			Optional<String> reason = reason(instance, node);
			if (reason.isEmpty() && !routers.add(instance.interfaceName() + " " + instance.family() + " " + local(instance) + " " + instance.virtualRouterId())) {
				reason = Optional.of("virtual_router_id " + instance.virtualRouterId() + " is in use by another instance on " + instance.interfaceName());
			}
			if (reason.isPresent()) {
				return reason.map(text -> "vrrp_instance " + instance.name() + ": " + text);
			}
		}
		return node.syncGroups().stream().flatMap(g -> unknownMember(g, node).stream()).findFirst();
	}

	private static Optional<String> reason(Instance instance, Node node) {
		for (Rule rule : RULES) {
			if (rule.applies.test(instance)) {
				return Optional.of(rule.reason);
			}
		}
		for (TrackedScript tracked : instance.trackedScripts()) {
			if (node.script(tracked.script()).filter(s -> s.command() != null).isEmpty()) {
				return Optional.of("track_script " + tracked.script() + ": there is no vrrp_script of this name with a command");
			}
		}
		try {
			PreparedPacket.of(Advertisement.of(instance, instance.priority()), anySource(instance), instance.multicastGroup());
			return Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.of(e.getMessage());
		}
	}

	/** What tells instances with the same id on the same interface apart. */
	private static String local(Instance instance) {
		return instance.isUnicast() ? "unicast " + instance.sourceAddress() : instance.multicastGroup().toString();
	}

	private static IpAddress anySource(Instance instance) {
		if (instance.sourceAddress() != null) {
			return instance.sourceAddress();
		}
		return instance.family() == Family.IPV4 ? ANY : ANY_IPV6;
	}

	private static Optional<String> unknownMember(SyncGroup group, Node node) {
		return group.members().stream().filter(m -> node.instance(m).isEmpty()).findFirst()
				.map(m -> "vrrp_sync_group " + group.name() + ": there is no vrrp_instance " + m);
	}
}
