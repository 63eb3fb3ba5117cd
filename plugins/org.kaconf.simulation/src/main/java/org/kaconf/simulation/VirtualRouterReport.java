package org.kaconf.simulation;

import java.time.Duration;
import java.util.List;

/**
 * What is proved or refuted of one virtual router.
 *
 * @param name of its instance; of the first node's when they differ
 * @param nodes the nodes that run it, in the order of the cluster
 * @param initialMaster node that is master when all have started; {@code null} for none or several
 * @param settleBound time from the start of all nodes at once until the masters change for the last time
 * @param outcomes every fault of every node; empty when there is not exactly one master to begin with
 */
public record VirtualRouterReport(String name, int virtualRouterId, List<String> nodes, String initialMaster, Duration settleBound,
		List<FaultOutcome> outcomes, List<Violation> violations) {
	public VirtualRouterReport {
		nodes = List.copyOf(nodes);
		outcomes = List.copyOf(outcomes);
		violations = List.copyOf(violations);
	}

	VirtualRouterReport withViolations(List<Violation> newViolations) {
		return new VirtualRouterReport(name, virtualRouterId, nodes, initialMaster, settleBound, outcomes, newViolations);
	}

	/** One sentence: {@code VI_1 (VRID 51): nginx01 is master after at most 6.7 s; 10 faults analysed, no violation}. */
	public String describe() {
		String settled = initialMaster == null ? "there is not exactly one master"
				: initialMaster + " is master after at most " + Seconds.atMost(settleBound);
		return name + " (VRID " + virtualRouterId + "): " + settled + "; " + count(outcomes.size(), "fault") + " analysed, "
				+ (violations.isEmpty() ? "no violation" : count(violations.size(), "violation"));
	}

	private static String count(int number, String noun) {
		return number + " " + noun + (number == 1 ? "" : "s");
	}

	@Override
	public String toString() {
		return describe();
	}
}
