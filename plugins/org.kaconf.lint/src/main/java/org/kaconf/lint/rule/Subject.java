package org.kaconf.lint.rule;

import java.util.List;

import org.kaconf.lang.Analysis;
import org.kaconf.lang.kaconf.VrrpInstance;
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

	/** The statements of an instance, those of its inner blocks included. */
	public List<Site> in(Member member) {
		return sites.stream().filter(site -> member.node().name().equals(site.node()) && isWithin(site, member.instance().name())).toList();
	}

	private static boolean isWithin(Site site, String instance) {
		for (Site outer = site.parent(); outer != null; outer = outer.parent()) {
			if (outer.statement() instanceof VrrpInstance found && instance.equals(found.getName())) {
				return true;
			}
		}
		return false;
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
