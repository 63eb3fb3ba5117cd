package org.kaconf.lint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.kaconf.lang.Analysis;
import org.kaconf.lang.Problem;
import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Suppression;
import org.kaconf.simulation.Proofs;

/** Runs the rules. Remembers what it proved of failover, so that a second check of much the same is faster. May be used by several threads. */
public final class Linter {
	/** What can be said of a text that was not read to its end. */
	private static final Set<RuleGroup> READING = EnumSet.of(RuleGroup.SYNTAX, RuleGroup.STYLE);
	/** What can only be said when every node's text is known. */
	private static final Set<RuleGroup> COMPARING = EnumSet.of(RuleGroup.CLUSTER, RuleGroup.FAILOVER);

	private final LintOptions options;
	private final Proofs proofs = new Proofs();

	public Linter(LintOptions options) {
		this.options = options;
	}

	/** What the rules find, silenced findings left out: by file, line and column, each only once however many nodes it is on. */
	public List<Diagnostic> check(Analysis analysis) {
		SettingsLookup settings = new SettingsLookup(options, analysis.files());
		List<Suppression> suppressions = analysis.files().stream().flatMap(file -> SuppressionReader.read(file.displayPath(), file.text()).stream()).toList();
		Subject subject = Subject.of(analysis, suppressions, settings.problems(), proofs);
		Findings findings = new Findings();
		int nodesOfOneText = analysis.hasClusterBlock() ? analysis.nodes().size() : 1;
		Set<RuleGroup> groups = meaningful(analysis);
		for (Rule rule : RuleCatalog.rules()) {
			if (rule.info().versions().contains(subject.version()) && groups.contains(rule.info().group())) {
				findings.begin(rule.info());
				rule.check(subject, findings);
			}
		}
		return NodeMerge.merge(findings.all(), nodesOfOneText).stream()
				.filter(diagnostic -> suppressions.stream().noneMatch(suppression -> suppression.covers(diagnostic.rule(), diagnostic.origin())))
				.flatMap(diagnostic -> settings.apply(diagnostic).stream()).sorted(Diagnostic.BY_PLACE).toList();
	}

	/** The groups whose findings do not just follow from a text that could not be read. */
	private static Set<RuleGroup> meaningful(Analysis analysis) {
		Set<ProblemKind> kinds = analysis.problems().stream().map(Problem::kind).collect(Collectors.toSet());
		if (kinds.contains(ProblemKind.EXPANSION_LIMIT)) {
			return READING;
		}
		return kinds.contains(ProblemKind.FILE) ? EnumSet.complementOf(EnumSet.copyOf(COMPARING)) : EnumSet.allOf(RuleGroup.class);
	}
}
