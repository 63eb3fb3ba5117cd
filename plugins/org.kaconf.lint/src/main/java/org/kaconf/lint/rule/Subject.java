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
 * @param index all statements
 * @param suppressions comments that silence rules
 * @param settingsProblems what is wrong with the kaconf.properties files
 */
public record Subject(Analysis analysis, Cluster cluster, RouterGroups routers, SiteIndex index, List<Suppression> suppressions,
		List<SettingsProblem> settingsProblems) {
	public static Subject of(Analysis analysis, List<Suppression> suppressions, List<SettingsProblem> settingsProblems) {
		return new Subject(analysis, analysis.cluster(), RouterGroups.of(analysis.cluster()), new SiteIndex(Sites.of(analysis)), suppressions, settingsProblems);
	}

	public KeepalivedVersion version() {
		return cluster.keepalivedVersion();
	}

	/** All statements, in the order of the text, those of the cluster block first, then node by node. */
	public List<Site> sites() {
		return index.all();
	}

	/** The statements of an instance, those of its inner blocks included. */
	public List<Site> in(Member member) {
		return index.inInstance(member.node().name(), member.instance().name());
	}

	/** Whether an instance has a statement, even one that means nothing. */
	public boolean has(Member member, String keyword) {
		return in(member).stream().anyMatch(site -> site.is("vrrp_instance", keyword));
	}

	/** The first statement of that keyword in an instance that {@link #has} it. */
	public Site first(Member member, String keyword) {
		return in(member).stream().filter(site -> site.is("vrrp_instance", keyword)).findFirst().orElseThrow();
	}

	/** Whether a value block of an instance has entries, even ones that mean nothing. */
	public boolean hasEntries(Member member, String block) {
		return in(member).stream().anyMatch(site -> site.isEntry() && site.parent().is("vrrp_instance", block));
	}

	/** Whether there is more than one node, so that nodes can disagree. */
	public boolean isCluster() {
		return cluster.nodes().size() > 1;
	}
}
