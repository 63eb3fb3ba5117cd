package org.kaconf.lint.rule;

import java.util.List;

import org.kaconf.lang.Analysis;
import org.kaconf.model.Cluster;
import org.kaconf.model.KeepalivedVersion;

/**
 * What the rules look at.
 *
 * @param analysis the text, as written and as each node reads it
 * @param cluster what it means
 * @param routers which instances belong together
 * @param sites all statements
 * @param suppressions comments that silence rules
 * @param settingsProblems what is wrong with the kaconf.properties files
 */
public record Subject(Analysis analysis, Cluster cluster, RouterGroups routers, List<Site> sites, List<Suppression> suppressions,
		List<SettingsProblem> settingsProblems) {
	public static Subject of(Analysis analysis, List<Suppression> suppressions, List<SettingsProblem> settingsProblems) {
		return new Subject(analysis, analysis.cluster(), RouterGroups.of(analysis.cluster()), Sites.of(analysis), suppressions, settingsProblems);
	}

	public KeepalivedVersion version() {
		return cluster.keepalivedVersion();
	}

	/** Whether there is more than one node, so that nodes can disagree. */
	public boolean isCluster() {
		return cluster.nodes().size() > 1;
	}
}
