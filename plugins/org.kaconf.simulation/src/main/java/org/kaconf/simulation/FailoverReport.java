package org.kaconf.simulation;

import java.util.List;
import java.util.stream.Collectors;

/** The failover analysis of a cluster: its virtual routers in the order of the configuration. */
public record FailoverReport(List<VirtualRouterReport> routers) {
	public FailoverReport {
		routers = List.copyOf(routers);
	}

	public List<Violation> violations() {
		return routers.stream().flatMap(router -> router.violations().stream()).toList();
	}

	/** All sentences, one a line. */
	public String describe() {
		return routers.stream().map(FailoverReport::describe).collect(Collectors.joining("\n"));
	}

	private static String describe(VirtualRouterReport router) {
		StringBuilder text = new StringBuilder(router.describe());
		router.outcomes().forEach(o -> text.append("\n  ").append(o.describe()).append("\n  ").append(o.describeRecovery()));
		router.violations().forEach(v -> text.append("\n  ").append(v));
		return text.toString();
	}
}
