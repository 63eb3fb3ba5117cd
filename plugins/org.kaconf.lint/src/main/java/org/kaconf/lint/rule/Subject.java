package org.kaconf.lint.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kaconf.lang.Analysis;
import org.kaconf.lang.catalog.Suggestion;
import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.model.Cluster;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.simulation.Proofs;

/**
 * What the rules look at.
 *
 * @param analysis the text, as written and as each node reads it
 * @param cluster what it means
 * @param routers which instances belong together
 * @param index all statements
 * @param suppressions comments that silence rules
 * @param settingsProblems what is wrong with the kaconf.properties files
 * @param proofs what is known of the cluster's failover from earlier checks
 */
public record Subject(Analysis analysis, Cluster cluster, RouterGroups routers, SiteIndex index, List<Suppression> suppressions,
		List<SettingsProblem> settingsProblems, Proofs proofs) {
	/** Mistakes after which something else is taken than what was written. */
	private static final Set<ValueProblem.Kind> UNUSABLE = EnumSet.of(ValueProblem.Kind.MISSING, ValueProblem.Kind.WRONG_TYPE, ValueProblem.Kind.OUT_OF_RANGE,
			ValueProblem.Kind.NOT_ONE_OF);

	public static Subject of(Analysis analysis, List<Suppression> suppressions, List<SettingsProblem> settingsProblems, Proofs proofs) {
		return new Subject(analysis, analysis.cluster(), RouterGroups.of(analysis.cluster()), new SiteIndex(Sites.of(analysis)), suppressions, settingsProblems,
				proofs);
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

	/** Whether an instance has a statement, or one that would be it if its keyword were spelt right, which is reported by itself. */
	public boolean hasOrMeans(Member member, String keyword) {
		return in(member).stream().anyMatch(site -> site.is("vrrp_instance", keyword) || site.isIn("vrrp_instance") && seemsToBe(site, keyword));
	}

	/**
	 * Whether what the model says about one of these keywords is not what was meant, as the keyword is spelt wrong or its values
	 * cannot be used. That is reported at the statement; to compare the value that is taken instead would only add noise.
	 */
	public boolean isUnclear(Member member, Collection<String> keywords) {
		return !Collections.disjoint(index.unclearKeywords(member.node().name(), member.instance().name(), this::unclearKeywords), keywords);
	}

	private Set<String> unclearKeywords(List<Site> sites) {
		Set<String> unclear = new HashSet<>();
		for (Site site : sites) {
			meant(site).ifPresent(unclear::add);
			if (hasUnusableValue(site)) {
				unclear.add(site.statement().getKeyword());
				unclear.add(site.parent().statement().getKeyword());
			}
		}
		return unclear;
	}

	/** Whether anything in an instance is not what was meant. */
	public boolean isUnclear(Member member) {
		return in(member).stream().anyMatch(site -> !site.isEntry() && site.keyword().isEmpty() || hasUnusableValue(site));
	}

	private boolean seemsToBe(Site site, String keyword) {
		return meant(site).filter(keyword::equals).isPresent();
	}

	/** The keyword that an unknown one seems to be. */
	private Optional<String> meant(Site site) {
		return site.isEntry() || site.keyword().isPresent() ? Optional.empty() : analysis.catalog().suggest(site.statement().getKeyword(), site.context()).stream()
				.filter(Suggestion::here).findFirst().map(suggestion -> suggestion.keyword().name());
	}

	private static boolean hasUnusableValue(Site site) {
		return site.valueProblems().stream().anyMatch(problem -> UNUSABLE.contains(problem.kind()));
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
