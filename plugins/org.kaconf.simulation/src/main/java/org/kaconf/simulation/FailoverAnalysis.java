package org.kaconf.simulation;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Cluster;

/**
 * Proves or refutes what a cluster does on every single fault of every node: a crash, a stop in good order, a tracked script that fails or hangs, an
 * interface that goes down, and the recovery from each. The state machine is that of the daemon, and behaves as the keepalived version of the cluster; time
 * is virtual. Each fault is tried in several phases, among them those in which it takes longest: right after an advert, right after the begin of a script's
 * run. Deterministic.
 */
public final class FailoverAnalysis {
	private FailoverAnalysis() {
	}

	/** @return the virtual routers in the order of the configuration; instances that are not complete enough to be run are left out */
	public static FailoverReport analyse(Cluster cluster) {
		List<VirtualRouterReport> reports = new ArrayList<>();
		for (Component component : Topology.components(cluster)) {
			reports.addAll(new ComponentAnalysis(component).analyse());
		}
		return new FailoverReport(reports);
	}
}
