package org.kaconf.simulation;

import java.time.Duration;
import java.util.List;

/** Collects the phases of one fault and keeps the worst. */
final class OutcomeBuilder {
	/** The worst phase so far. */
	private static final class Worst {
		private String master;
		private Duration time = Duration.ZERO;
		private Duration bound = Duration.ZERO;
		private List<TimelineEntry> timeline;

		void add(String newMaster, Duration newTime, Duration newBound, List<TimelineEntry> newTimeline) {
			// A phase that ends without exactly one master is worse than every other.
			boolean worse = timeline == null || master != null && (newMaster == null || newTime.compareTo(time) > 0);
			if (worse) {
				master = newMaster;
				time = newTime;
				timeline = newTimeline;
			}
			bound = bound.compareTo(newBound) < 0 ? newBound : bound;
		}
	}

	private final Fault fault;
	private final String masterBefore;
	private final Worst takeover = new Worst();
	private final Worst recovery = new Worst();

	OutcomeBuilder(Fault fault, String masterBefore) {
		this.fault = fault;
		this.masterBefore = masterBefore;
	}

	void takeover(String master, Duration time, Duration bound, List<TimelineEntry> timeline) {
		takeover.add(master, time, bound, timeline);
	}

	void recovery(String master, Duration time, Duration bound, List<TimelineEntry> timeline) {
		recovery.add(master, time, bound, timeline);
	}

	FaultOutcome build() {
		return new FaultOutcome(fault, masterBefore, takeover.master, takeover.time, takeover.bound, recovery.master, recovery.time,
				recovery.bound, takeover.timeline, recovery.timeline);
	}
}
