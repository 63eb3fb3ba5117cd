package org.kaconf.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaconf.model.Cluster;

/**
 * Proves or refutes what a cluster does on every single fault of every node: a crash, a stop in good order, a tracked script that fails or hangs, an
 * interface that goes down, and the recovery from each. The state machine is that of the daemon, and behaves as the keepalived version of the cluster; time
 * is virtual. Each fault is tried in several phases, among them those in which it takes longest: right after an advert, right after the begin of a script's
 * run. Virtual routers that are built alike are analysed once. Deterministic.
 */
public final class FailoverAnalysis {
	private FailoverAnalysis() {
	}

	/** @return the virtual routers in the order of the configuration; instances that are not complete enough to be run are left out */
	public static FailoverReport analyse(Cluster cluster) {
		return analyse(cluster, new Proofs());
	}

	/** The same, faster when much of it was proved before. @param proofs of earlier analyses; what this one proves is added */
	public static FailoverReport analyse(Cluster cluster, Proofs proofs) {
		List<VirtualRouterReport> reports = new ArrayList<>();
		Map<Component, ComponentAnalysis> analyses = new HashMap<>();
		for (Component component : Topology.components(cluster)) {
			Likeness likeness = new Likeness(component);
			ComponentAnalysis analysis = analyses.computeIfAbsent(likeness.component(), proofs::of);
			List<VirtualRouterReport> refuted = analysis.hasTwoMasters() ? refutations(component, likeness, analysis) : List.of();
			for (int router = 0; router < component.routers().size(); router++) {
				VirtualRouterReport report = likeness.reveal(analysis.reports().get(router), router);
				reports.add(refuted.isEmpty() ? report : report.withViolations(refuted.get(router).violations()));
			}
		}
		return new FailoverReport(reports);
	}

	/** Why two nodes do not hear each other is told with ids and addresses, so each component is taken through what went wrong with its likeness. */
	private static List<VirtualRouterReport> refutations(Component component, Likeness likeness, ComponentAnalysis analysis) {
		Set<Fault> faults = analysis.refutedFaults().stream().map(likeness::reveal).collect(Collectors.toSet());
		return ComponentAnalysis.of(component, faults::contains).reports();
	}
}
