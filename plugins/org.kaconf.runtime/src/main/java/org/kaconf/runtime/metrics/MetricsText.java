package org.kaconf.runtime.metrics;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.control.NodeStatus.InstanceStatus;
import org.kaconf.runtime.control.NodeStatus.TrackerStatus;
import org.kaconf.vrrp.machine.State;

/** A node's status in Prometheus' text format (version 0.0.4), with names by its conventions. */
public final class MetricsText {
	public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
	private static final double MILLIS_PER_SECOND = 1000;

	/** One number of each instance. */
	private record Metric(String name, String type, String help, ToDoubleFunction<InstanceStatus> value) {
	}

	private static final List<Metric> METRICS = List.of(
			new Metric("kaconf_vrrp_priority", "gauge", "Effective priority, with the weights of what is tracked.", InstanceStatus::priority),
			new Metric("kaconf_vrrp_base_priority", "gauge", "Configured priority.", InstanceStatus::basePriority),
			new Metric("kaconf_vrrp_advert_interval_seconds", "gauge", "Configured interval between adverts.", i -> i.timers().advertInterval() / MILLIS_PER_SECOND),
			new Metric("kaconf_vrrp_master_down_interval_seconds", "gauge", "Silence of the master after which a backup takes over.",
					i -> i.timers().masterDown() / MILLIS_PER_SECOND),
			new Metric("kaconf_vrrp_adverts_sent_total", "counter", "Adverts sent.", i -> i.counters().advertsSent()),
			new Metric("kaconf_vrrp_adverts_received_total", "counter", "Adverts received.", i -> i.counters().advertsReceived()),
			new Metric("kaconf_vrrp_priority_zero_sent_total", "counter", "Adverts sent with priority 0, by which a master says goodbye.",
					i -> i.counters().priorityZeroSent()),
			new Metric("kaconf_vrrp_priority_zero_received_total", "counter", "Adverts received with priority 0.", i -> i.counters().priorityZeroReceived()),
			new Metric("kaconf_vrrp_gratuitous_arps_sent_total", "counter", "Gratuitous ARPs and unsolicited neighbour advertisements sent.",
					i -> i.counters().gratuitousArpsSent()),
			new Metric("kaconf_vrrp_became_master_total", "counter", "How often the node became master.", i -> i.counters().becameMaster()));

	private MetricsText() {
	}

	public static String of(NodeStatus status) {
		StringBuilder text = new StringBuilder();
		head(text, "kaconf_info", "gauge", "Version of the daemon and name of its node.");
		text.append("kaconf_info{node=\"").append(escaped(status.node())).append("\",version=\"").append(escaped(status.version())).append("\"} 1\n");
		head(text, "kaconf_start_time_seconds", "gauge", "When the daemon started, in seconds since 1970.");
		text.append("kaconf_start_time_seconds ").append(Instant.parse(status.startedAt()).getEpochSecond()).append('\n');
		METRICS.forEach(metric -> append(text, metric, status.instances()));
		appendStates(text, status.instances());
		appendDropped(text, status.instances());
		appendTrackers(text, status.instances());
		return text.toString();
	}

	private static void append(StringBuilder text, Metric metric, List<InstanceStatus> instances) {
		head(text, metric.name, metric.type, metric.help);
		instances.forEach(instance -> line(text, metric.name, instance, "", metric.value.applyAsDouble(instance)));
	}

	/** A line for each state, of which one is 1: so a sum or a change over time can be asked for. */
	private static void appendStates(StringBuilder text, List<InstanceStatus> instances) {
		head(text, "kaconf_vrrp_state", "gauge", "1 for the state the instance is in, else 0.");
		for (InstanceStatus instance : instances) {
			for (State state : List.of(State.INITIALIZE, State.BACKUP, State.MASTER, State.FAULT)) {
				line(text, "kaconf_vrrp_state", instance, ",state=\"" + state + "\"", instance.state().equals(state.name()) ? 1 : 0);
			}
		}
	}

	private static void appendDropped(StringBuilder text, List<InstanceStatus> instances) {
		head(text, "kaconf_vrrp_adverts_dropped_total", "counter", "Adverts dropped, by reason, named as in RFC 2787.");
		instances.forEach(instance -> instance.counters().dropped()
				.forEach((reason, count) -> line(text, "kaconf_vrrp_adverts_dropped_total", instance, ",reason=\"" + escaped(reason) + "\"", count)));
	}

	private static void appendTrackers(StringBuilder text, List<InstanceStatus> instances) {
		head(text, "kaconf_vrrp_tracked_contribution", "gauge", "What a tracked thing adds to the priority.");
		forEachTracker(instances, (instance, tracker) -> line(text, "kaconf_vrrp_tracked_contribution", instance, labels(tracker), tracker.contribution()));
		head(text, "kaconf_vrrp_tracked_fault", "gauge", "1 for a tracked thing that keeps the instance from taking part.");
		forEachTracker(instances, (instance, tracker) -> line(text, "kaconf_vrrp_tracked_fault", instance, labels(tracker), tracker.fault() ? 1 : 0));
	}

	private static void forEachTracker(List<InstanceStatus> instances, BiConsumer<InstanceStatus, TrackerStatus> action) {
		instances.forEach(instance -> instance.trackers().forEach(tracker -> action.accept(instance, tracker)));
	}

	private static String labels(TrackerStatus tracker) {
		return ",kind=\"" + tracker.kind() + "\",name=\"" + escaped(tracker.name()) + "\"";
	}

	private static void head(StringBuilder text, String name, String type, String help) {
		text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
	}

	private static void line(StringBuilder text, String name, InstanceStatus instance, String moreLabels, double value) {
		text.append(name).append("{instance_name=\"").append(escaped(instance.name())).append("\",vrid=\"").append(instance.virtualRouterId()).append("\",interface=\"")
				.append(escaped(instance.interfaceName())).append('"').append(moreLabels).append("} ");
		text.append(value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value)).append('\n');
	}

	private static String escaped(String label) {
		return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
	}
}
