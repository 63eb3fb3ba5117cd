package org.kaconf.lint.rule;

import java.util.List;

import org.kaconf.model.Cluster;
import org.kaconf.model.KeepalivedVersion;

/**
 * What the rules look at.
 *
 * @param cluster what the text means
 * @param routers which instances belong together
 * @param suppressions comments that silence rules
 * @param settingsProblems what is wrong with the kaconf.properties files
 */
public record Subject(Cluster cluster, RouterGroups routers, List<Suppression> suppressions, List<SettingsProblem> settingsProblems) {
	public KeepalivedVersion version() {
		return cluster.keepalivedVersion();
	}

	/** Whether there is more than one node, so that nodes can disagree. */
	public boolean isCluster() {
		return cluster.nodes().size() > 1;
	}
}
