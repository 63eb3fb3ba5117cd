package org.kaconf.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.control.NodeStatus.Counters;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.control.NodeStatus.Timers;
import org.kaconf.runtime.control.NodeStatus.TrackerStatus;
import org.kaconf.runtime.control.NodeStatus.Transition;

/** The status of a node for a terminal. */
final class StatusText {
	private static final int LAST_TRANSITIONS = 5;

	private StatusText() {
	}

	static String of(NodeStatus status) {
		StringBuilder text = new StringBuilder();
		text.append(status.node()).append("  pid ").append(status.pid()).append(", since ").append(status.startedAt()).append(", Kaconf ").append(status.version()).append('\n');
		appendTable(status.instances(), text);
		status.instances().forEach(instance -> append(instance, text));
		return text.toString();
	}

	/** One line each, as wide as its widest name. */
	private static void appendTable(List<InstanceStatus> instances, StringBuilder text) {
		int width = instances.stream().mapToInt(instance -> instance.name().length()).max().orElse(0);
		String format = "  %-" + Math.max(width, "INSTANCE".length()) + "s  %-10s  %8s  %4s  %-10s  %s%n";
		text.append(String.format(format, "INSTANCE", "STATE", "PRIORITY", "VRID", "INTERFACE", "ADDRESSES"));
		instances.forEach(i -> text.append(String.format(format, i.name(), i.state(), i.priority(), i.virtualRouterId(), i.interfaceName(), String.join(" ", i.virtualAddresses()))));
	}

	private static void append(InstanceStatus instance, StringBuilder text) {
		text.append('\n').append("  ").append(instance.name()).append('\n');
		line(text, "priority", priority(instance));
		if (instance.masterAddress() != null) {
			line(text, "master", instance.masterAddress() + (instance.masterPriority() > 0 ? " with priority " + instance.masterPriority() : ""));
		}
		line(text, "timers", timers(instance));
		for (TrackerStatus tracker : instance.trackers()) {
			line(text, tracker.kind(), tracker.name() + " is " + tracker.state() + (tracker.weight() == 0 ? "" : ", weight " + tracker.weight())
					+ (tracker.reverse() ? " reverse" : "") + (tracker.fault() ? ": FAULT" : ""));
		}
		line(text, "adverts", counters(instance.counters()));
		List<Transition> transitions = instance.transitions();
		for (Transition transition : transitions.subList(Math.max(0, transitions.size() - LAST_TRANSITIONS), transitions.size())) {
			line(text, transition.state(), transition.at() + " with priority " + transition.priority());
		}
	}

	/** And why it is that; the sum is kept within 1 and 254. */
	private static String priority(InstanceStatus instance) {
		String parts = instance.trackers().stream().filter(tracker -> tracker.contribution() != 0)
				.map(tracker -> (tracker.contribution() < 0 ? " - " : " + ") + Math.abs(tracker.contribution()) + " " + tracker.name()).collect(Collectors.joining());
		return instance.priority() + (parts.isEmpty() ? "" : " = " + instance.basePriority() + " configured" + parts);
	}

	private static String timers(InstanceStatus instance) {
		Timers timers = instance.timers();
		String next = timers.next() == null ? "" : ", " + (instance.state().equals("MASTER") ? "next advert" : "takes over") + " in " + seconds(timers.next());
		return "advert every " + seconds(timers.advertInterval()) + ", master down after " + seconds(timers.masterDown()) + next;
	}

	private static String seconds(long milliseconds) {
		return BigDecimal.valueOf(milliseconds, 3).stripTrailingZeros().toPlainString() + " s";
	}

	private static String counters(Counters counters) {
		String dropped = counters.dropped().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
		return counters.advertsSent() + " sent, " + counters.advertsReceived() + " received" + (dropped.isEmpty() ? "" : ", dropped: " + dropped)
				+ "; " + counters.gratuitousArpsSent() + " gratuitous ARPs; " + counters.becameMaster() + " times master";
	}

	private static void line(StringBuilder text, String name, String value) {
		text.append("    ").append(String.format("%-11s ", name)).append(value).append('\n');
	}
}
