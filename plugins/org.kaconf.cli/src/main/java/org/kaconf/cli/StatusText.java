package org.kaconf.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.control.NodeStatus.Counters;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.control.NodeStatus.TrackerStatus;
import org.kaconf.runtime.control.NodeStatus.Transition;

/** The status of a node for a terminal. */
final class StatusText {
	private static final int LAST_TRANSITIONS = 5;

	private StatusText() {
	}

	static String of(NodeStatus status) {
		StringBuilder text = new StringBuilder();
		text.append(status.node()).append("  pid ").append(status.pid()).append(", since ").append(status.startedAt()).append('\n');
		status.instances().forEach(instance -> append(instance, text));
		return text.toString();
	}

	private static void append(InstanceStatus instance, StringBuilder text) {
		line(text, instance.name(), instance.state() + "  VRID " + instance.virtualRouterId() + " on " + instance.interfaceName() + ", VRRP version "
				+ instance.vrrpVersion());
		line(text, "  priority", priority(instance));
		line(text, "  addresses", String.join(" ", instance.virtualAddresses()));
		if (instance.masterAddress() != null) {
			line(text, "  master", instance.masterAddress() + (instance.masterPriority() > 0 ? " with priority " + instance.masterPriority() : ""));
		}
		for (TrackerStatus tracker : instance.trackers()) {
			line(text, "  " + tracker.kind(), tracker.name() + " is " + tracker.state() + (tracker.weight() == 0 ? "" : ", weight " + tracker.weight()));
		}
		line(text, "  adverts", counters(instance.counters()));
		List<Transition> transitions = instance.transitions();
		for (Transition transition : transitions.subList(Math.max(0, transitions.size() - LAST_TRANSITIONS), transitions.size())) {
			line(text, "  " + transition.state(), transition.at() + " with priority " + transition.priority());
		}
	}

	private static String priority(InstanceStatus instance) {
		return instance.priority() == instance.basePriority() ? String.valueOf(instance.priority())
				: instance.priority() + " (configured " + instance.basePriority() + ")";
	}

	private static String counters(Counters counters) {
		String dropped = counters.dropped().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
		return counters.advertsSent() + " sent, " + counters.advertsReceived() + " received" + (dropped.isEmpty() ? "" : ", dropped: " + dropped)
				+ "; " + counters.gratuitousArpsSent() + " gratuitous ARPs; " + counters.becameMaster() + " times master";
	}

	private static void line(StringBuilder text, String name, String value) {
		text.append("  ").append(String.format("%-14s", name)).append(value).append('\n');
	}
}
