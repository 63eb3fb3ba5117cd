package org.kaconf.simulation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.machine.Tracked;
import org.kaconf.vrrp.machine.Tracker;

/**
 * Times that cannot be exceeded, by arithmetic on the configuration alone. A takeover is three things one after the other: the node that fails finds out
 * (its script counts), a preempt delay runs, and the node that takes over hears no advert that it accepts for one master down interval, or for the skew
 * time when the master said goodbye. All in nanoseconds.
 */
final class Bounds {
	/** For adverts on their way, and for two masters to find each other. */
	private static final long SLACK = 4 * Network.LATENCY;

	private final Component component;

	Bounds(Component component) {
		this.component = component;
	}

	/** From the fault until the new master is master for good. */
	Duration takeover(Fault fault, Participant before, Participant after) {
		if (before == after) {
			return Duration.ZERO;
		}
		Collection<Participant> movers = movers(after);
		boolean goodbye = fault.kind() == Fault.Kind.STOP || fault.isOfTracker() && weight(before, fault) == 0;
		long silence = movers.stream().mapToLong(p -> goodbye ? skew(p) : masterDown(p) + preemptDelay(p)).max().orElse(0);
		return Duration.ofNanos(detection(fault, before, false) + silence + SLACK);
	}

	/** From the end of the fault until the node that recovers is master for good. */
	Duration recovery(Fault fault, Participant before, Participant after) {
		if (before == after) {
			return Duration.ZERO;
		}
		long silence = movers(after).stream().mapToLong(p -> masterDown(p) + preemptDelay(p)).max().orElse(0);
		return Duration.ofNanos(detection(fault, after, true) + silence + SLACK);
	}

	/** Within which everything that can follow from one event has happened. */
	long window() {
		long slowest = component.participants().stream().mapToLong(p -> masterDown(p) + preemptDelay(p) + firstResults(p)).max().orElse(0);
		return 2 * slowest + 2 * longestInterval() + Duration.ofSeconds(1).toNanos();
	}

	/** How long a node takes to find out about a fault or its end, at most. */
	private long detection(Fault fault, Participant participant, boolean recovery) {
		if (fault.isOfTracker()) {
			// A run that succeeds may take its time, up to the timeout.
			return recovery ? Notice.ofRecovery(fault, participant.node()) + (fault.isOfScript() ? timeout(fault, participant.node()) : 0)
					: Notice.ofFault(fault, participant.node());
		}
		boolean starts = recovery && fault.kind() != Fault.Kind.LINK_DOWN;
		return starts ? movers(participant).stream().mapToLong(Bounds::firstResults).max().orElse(0) : 0;
	}

	private static long timeout(Fault fault, Node node) {
		return node.script(fault.script()).orElseThrow().timeout().toNanos();
	}

	/** From the start of a node until its scripts count for what they are worth: the first run, or with init_fail as many as rise asks for. */
	private static long firstResults(Participant participant) {
		long longest = 0;
		for (TrackedScript tracked : participant.instance().trackedScripts()) {
			Script script = participant.node().script(tracked.script()).orElseThrow();
			if (script.initFail() || tracked.weight() >= 0) {
				longest = Math.max(longest, (script.initFail() ? script.rise() - 1 : 0) * script.interval().toNanos() + script.timeout().toNanos());
			}
		}
		return longest;
	}

	/** With a sync group all members have to be able to move. */
	private Collection<Participant> movers(Participant participant) {
		String group = participant.instance().syncGroup();
		return group == null ? List.of(participant)
				: component.participants().stream().filter(p -> p.node() == participant.node() && p.isMemberOf(group)).toList();
	}

	/** The lowest priority the weights can make of it, and the longest interval it can have learned, make it wait longest. */
	private long masterDown(Participant participant) {
		return Timing.masterDown(participant.instance(), lowestPriority(participant.instance()), learnableInterval(participant));
	}

	private long skew(Participant participant) {
		Instance instance = participant.instance();
		return Timing.skew(instance.version(), lowestPriority(instance), learnableInterval(participant));
	}

	private long learnableInterval(Participant participant) {
		return component.participants().stream().filter(p -> component.routerOf(component.participants().indexOf(p)) == component
				.routerOf(component.participants().indexOf(participant))).mapToLong(p -> switch (participant.instance().version()) {
					case V2 -> participant.advertInterval();
					case V3 -> p.advertInterval();
				}).max().orElseThrow();
	}

	private static int lowestPriority(Instance instance) {
		int lowest = instance.priority();
		if (lowest != Instance.OWNER) {
			lowest += Tracked.of(instance).stream().mapToInt(Bounds::lowering).sum();
		}
		return Math.max(1, lowest);
	}

	/** A file's number may lower the priority to the lowest. */
	private static int lowering(Tracked tracked) {
		return tracked.tracker().kind() == Tracker.Kind.FILE && tracked.weight() != 0 ? -Instance.OWNER : -Math.abs(tracked.weight());
	}

	private long preemptDelay(Participant participant) {
		long delay = participant.instance().preemptDelay().toNanos();
		return delay == 0 ? 0 : delay + longestInterval() + Network.LATENCY;
	}

	private long longestInterval() {
		return component.participants().stream().mapToLong(Participant::advertInterval).max().orElse(0);
	}

	private static int weight(Participant participant, Fault fault) {
		return TrackedThing.of(participant, fault.tracker()).map(TrackedThing::weight).orElse(1);
	}
}
