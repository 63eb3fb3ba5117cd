package org.kaconf.runtime.daemon;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.control.NodeStatus.ScriptStatus;
import org.kaconf.runtime.control.NodeStatus.Timers;
import org.kaconf.runtime.control.NodeStatus.TrackerStatus;
import org.kaconf.runtime.script.ScriptMonitor;
import org.kaconf.vrrp.machine.Standing;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.machine.Tracker;
import org.kaconf.vrrp.machine.VirtualRouter;

/** Describes how things stand. Belongs to the loop's thread. */
final class StatusReport {
	private final String node;
	private final String version;
	private final Instant startedAt;

	StatusReport(String node, String version, Instant startedAt) {
		this.node = node;
		this.version = version;
		this.startedAt = startedAt;
	}

	NodeStatus of(List<Router> routers, List<ScriptMonitor> scripts) {
		long now = System.nanoTime();
		return new NodeStatus(node, ProcessHandle.current().pid(), version, startedAt.toString(), routers.stream().map(r -> of(r, now)).toList(),
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
				state.standings().stream().map(StatusReport::of).toList(), router.statistics().counters(), router.statistics().transitions());
	}

	private static TrackerStatus of(Standing standing) {
		Tracker tracker = standing.tracked().tracker();
		return new TrackerStatus(tracker.kind().name().toLowerCase(Locale.ROOT), tracker.name(), standing.tracked().weight(), standing.tracked().reverse(), word(standing),
				standing.contribution(), standing.fault());
	}

	private static String word(Standing standing) {
		if (standing.value() != null) {
			return standing.value().toString();
		}
		return standing.good() == null ? "unknown" : standing.good() ? "good" : "bad";
	}

	private static String text(IpAddress address) {
		return address == null ? null : address.toString();
	}
}
