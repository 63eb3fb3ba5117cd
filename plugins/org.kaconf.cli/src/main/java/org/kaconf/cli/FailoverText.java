package org.kaconf.cli;

import java.util.List;
import org.kaconf.simulation.FailoverReport;
import org.kaconf.simulation.FaultOutcome;
import org.kaconf.simulation.TimelineEntry;
import org.kaconf.simulation.Violation;
import org.kaconf.simulation.VirtualRouterReport;

/** The failover analysis for a terminal. */
final class FailoverText {
	private FailoverText() {
	}

	static String of(FailoverReport report) {
		StringBuilder text = new StringBuilder();
		if (report.routers().isEmpty()) {
			return text.append("no virtual router: there is nothing to fail over\n").toString();
		}
		report.routers().forEach(router -> append(router, text));
		return text.toString();
	}

	private static void append(VirtualRouterReport router, StringBuilder text) {
		text.append(router.describe()).append('\n');
		for (FaultOutcome outcome : router.outcomes()) {
			text.append("  ").append(outcome.describe()).append('\n');
			text.append("    ").append(outcome.describeRecovery()).append('\n');
		}
		router.violations().forEach(violation -> append(violation, text));
	}

	private static void append(Violation violation, StringBuilder text) {
		text.append("  REFUTED: ").append(violation.message()).append('\n');
		if (violation.origin().isKnown()) {
			text.append("    because of ").append(violation.origin()).append('\n');
		}
		List<TimelineEntry> explanation = violation.explanation();
		explanation.forEach(entry -> text.append("      ").append(entry).append('\n'));
	}
}
