package org.kaconf.simulation;

import java.util.Optional;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Tracking;
import org.kaconf.vrrp.machine.Tracked;
import org.kaconf.vrrp.machine.Tracker;

/**
 * One instance on one node.
 *
 * @param instance without the tracked things that are not defined: keepalived ignores those
 * @param address where it sends from; an assumed one when the configuration does not say
 */
record Participant(Node node, Instance instance, IpAddress address) {
	private static final int MAX_ADDRESSES = 255;

	/** Whether the configuration is complete enough to be run. */
	static boolean isRunnable(Instance instance) {
		return in(instance.virtualRouterId(), 1, 255) && in(instance.priority(), 1, 255) && in(instance.downTimerAdverts(), 1, 100)
				&& instance.advertInterval().isPositive() && instance.virtualAddresses().size() <= MAX_ADDRESSES;
	}

	private static boolean in(int value, int lowest, int highest) {
		return lowest <= value && value <= highest;
	}

	/** The instance without what keepalived ignores. */
	static Instance asRun(Node node, Instance instance) {
		Tracking tracking = instance.tracking();
		Tracking defined = new Tracking(tracking.scripts().stream().filter(t -> node.script(t.script()).isPresent()).toList(), tracking.interfaces(),
				tracking.processes().stream().filter(t -> node.process(t.process()).isPresent()).toList(),
				tracking.files().stream().filter(t -> node.file(t.file()).isPresent()).toList(),
				tracking.bfds().stream().filter(t -> node.bfdSession(t.session()).isPresent()).toList());
		return defined.equals(tracking) ? instance : InstanceBuilder.from(instance).tracking(defined).build();
	}

	/** The address a node says it has for an instance. */
	static Optional<IpAddress> knownAddress(Node node, Instance instance) {
		if (instance.sourceAddress() != null) {
			return Optional.of(instance.sourceAddress());
		}
		return network(node, instance).map(IpPrefix::address);
	}

	/** The network an instance stands in, as far as the node's own addresses tell. */
	static Optional<IpPrefix> network(Node node, Instance instance) {
		return node.addresses().stream().filter(a -> a.prefix().address().family() == instance.family())
				.filter(a -> matches(a, instance)).map(NodeAddress::prefix).findFirst();
	}

	private static boolean matches(NodeAddress address, Instance instance) {
		if (instance.sourceAddress() != null) {
			return address.prefix().address().equals(instance.sourceAddress());
		}
		return address.device() == null || instance.interfaceName() == null || address.device().equals(instance.interfaceName());
	}

	Optional<IpPrefix> network() {
		return network(node, instance);
	}

	long advertInterval() {
		return instance.advertInterval().toNanos();
	}

	boolean isMemberOf(String group) {
		return group.equals(instance.syncGroup());
	}

	boolean tracks(Tracker tracker) {
		return Tracked.of(instance).stream().anyMatch(tracked -> tracked.tracker().equals(tracker));
	}

	/** What a thing that it tracks is worth to it. */
	Tracked tracked(Tracker tracker) {
		return Tracked.of(instance).stream().filter(tracked -> tracked.tracker().equals(tracker)).findFirst().orElseThrow();
	}
}
