package org.kaconf.runtime.daemon;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.runtime.control.NodeStatus.Counters;
import org.kaconf.runtime.control.NodeStatus.Transition;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Reason;

/** What one virtual router has done so far. */
final class Statistics {
	private static final int TRANSITIONS_KEPT = 50;
	private long advertsSent;
	long advertsReceived;
	private long priorityZeroSent;
	private long priorityZeroReceived;
	long gratuitousArpsSent;
	private long becameMaster;
	private final Map<Reason, Long> dropped = new EnumMap<>(Reason.class);
	private final Deque<Transition> transitions = new ArrayDeque<>();

	void sent(Advertisement advert) {
		advertsSent++;
		if (advert.priority() == Advertisement.STOPPING) {
			priorityZeroSent++;
		}
	}

	/** An advert that could be read, whether it counts or not. */
	void read(Advertisement advert) {
		if (advert.priority() == Advertisement.STOPPING) {
			priorityZeroReceived++;
		}
	}

	void drop(Reason reason) {
		dropped.merge(reason, 1L, Long::sum);
	}

	void entered(State state, int priority) {
		if (state == State.MASTER) {
			becameMaster++;
		}
		if (transitions.size() == TRANSITIONS_KEPT) {
			transitions.removeFirst();
		}
		transitions.add(new Transition(Instant.now().toString(), state.name(), priority));
	}

	Counters counters() {
		Map<String, Long> byName = new LinkedHashMap<>();
		dropped.forEach((reason, count) -> byName.put(reason.statistic(), count));
		return new Counters(advertsSent, advertsReceived, priorityZeroSent, priorityZeroReceived, gratuitousArpsSent, becameMaster, byName);
	}

	List<Transition> transitions() {
		return List.copyOf(transitions);
	}
}
