package org.kaconf.simulation;

import java.time.Duration;
import java.util.List;

/**
 * What one fault of one node and the recovery from it do to one virtual router.
 *
 * @param masterBefore node that is master before the fault
 * @param masterAfter node that is master once it has settled; {@code null} for none or several
 * @param worstTakeover longest time, over all phases that were tried, from the fault until the masters changed for the last time; zero when they did not
 * @param takeoverBound a time it cannot exceed by arithmetic; at least {@code worstTakeover}
 * @param masterAfterRecovery node that is master once the fault is over; {@code null} for none or several
 * @param worstRecovery longest time from the end of the fault until the masters changed for the last time; zero when they did not
 * @param recoveryBound a time it cannot exceed by arithmetic; at least {@code worstRecovery}
 * @param timeline what happened in the phase in which the takeover took longest
 * @param recoveryTimeline what happened in the phase in which the recovery took longest
 */
public record FaultOutcome(Fault fault, String masterBefore, String masterAfter, Duration worstTakeover, Duration takeoverBound,
		String masterAfterRecovery, Duration worstRecovery, Duration recoveryBound, List<TimelineEntry> timeline,
		List<TimelineEntry> recoveryTimeline) {
	public FaultOutcome {
		timeline = List.copyOf(timeline);
		recoveryTimeline = List.copyOf(recoveryTimeline);
	}

	/** One sentence: {@code chk_nginx on nginx01 fails: nginx02 is master after at most 12.7 s}. */
	public String describe() {
		return fault.describe() + ": " + sentence(masterBefore, masterAfter, worstTakeover);
	}

	/** One sentence: {@code chk_nginx on nginx01 is well again: nginx01 is master after at most 10.7 s}. */
	public String describeRecovery() {
		return fault.describeRecovery() + ": " + sentence(masterAfter, masterAfterRecovery, worstRecovery);
	}

	private static String sentence(String before, String after, Duration worst) {
		if (after == null) {
			return "there is not exactly one master";
		}
		return after + (after.equals(before) && worst.isZero() ? " stays master" : " is master after at most " + Seconds.atMost(worst));
	}

	@Override
	public String toString() {
		return describe();
	}
}
