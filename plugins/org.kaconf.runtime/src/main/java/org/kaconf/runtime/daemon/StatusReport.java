package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.control.NodeStatus.ScriptStatus;
import org.kaconf.runtime.control.NodeStatus.Timers;
import org.kaconf.runtime.control.NodeStatus.TrackerStatus;
import org.kaconf.runtime.script.ScriptMonitor;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.machine.Tracker;
import org.kaconf.vrrp.machine.VirtualRouter;

/** Describes how things stand. Belongs to the loop's thread. */
final class StatusReport {
	private final String node;
	private final String version;
	private final String startedAt;

	StatusReport(String node, String version, String startedAt) {
		this.node = node;
		this.version = version;
		this.startedAt = startedAt;
	}

	NodeStatus of(List<Router> routers, List<ScriptMonitor> scripts) {
		long now = System.nanoTime();
		return new NodeStatus(node, ProcessHandle.current().pid(), version, startedAt, routers.stream().map(r -> of(r, now)).toList(),
				scripts.stream().map(s -> new ScriptStatus(s.script().name(), s.state(), s.lastStatus())).toList());
	}

	private static InstanceStatus of(Router router, long now) {
		Instance instance = router.instance();
		VirtualRouter state = router.state();
		boolean master = state.state() == State.MASTER;
		List<String> addresses = Stream.concat(instance.virtualAddresses().stream(), instance.excludedAddresses().stream()).map(a -> a.prefix().toString())
				.toList();
		Long next = state.nextDeadline() == Timing.NEVER ? null : TimeUnit.NANOSECONDS.toMillis(state.nextDeadline() - now);
		Timers timers = new Timers(instance.advertInterval().toMillis(), TimeUnit.NANOSECONDS.toMillis(state.masterAdvertInterval()),
				TimeUnit.NANOSECONDS.toMillis(state.masterDownInterval()), next);
		return new InstanceStatus(instance.name(), state.state().name(), instance.priority(), state.effectivePriority(), instance.virtualRouterId(),
				instance.interfaceName(), instance.version().number(), addresses, text(state.primaryAddress()),
				text(master ? state.primaryAddress() : state.masterAddress()), master ? state.effectivePriority() : state.masterPriority(), timers,
				trackers(instance, state.trackers()), router.statistics().counters(), router.statistics().transitions());
	}

	private static List<TrackerStatus> trackers(Instance instance, Map<Tracker, Boolean> known) {
		List<TrackerStatus> trackers = new ArrayList<>();
		for (TrackedScript script : instance.trackedScripts()) {
			trackers.add(new TrackerStatus("script", script.script(), script.weight(), word(known.get(Tracker.script(script.script())))));
		}
		for (TrackedInterface tracked : instance.trackedInterfaces()) {
			trackers.add(new TrackerStatus("interface", tracked.name(), tracked.weight(), word(known.get(Tracker.networkInterface(tracked.name())))));
		}
		return trackers;
	}

	private static String word(Boolean good) {
		return good == null ? "unknown" : good ? "good" : "bad";
	}

	private static String text(IpAddress address) {
		return address == null ? null : address.toString();
	}
}
