package org.kaconf.lint;

import java.util.List;

import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RouterGroups;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.SourceText;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Suppression;
import org.kaconf.model.Cluster;

/** Runs the rules. Has no state of its own and may be used by several threads. */
public final class Linter {
	private final LintOptions options;

	public Linter(LintOptions options) {
		this.options = options;
	}

	/** What the rules find, silenced findings left out: by file, line and column, each only once however many nodes it is on. */
	List<Diagnostic> check(Cluster cluster, List<SourceText> sources) {
		SettingsLookup settings = new SettingsLookup(options, sources);
		List<Suppression> suppressions = sources.stream().flatMap(source -> SuppressionReader.read(source).stream()).toList();
		Subject subject = new Subject(cluster, RouterGroups.of(cluster), suppressions, settings.problems());
		Findings findings = new Findings();
		for (Rule rule : RuleCatalog.rules()) {
			if (rule.info().versions().contains(subject.version())) {
				findings.begin(rule.info());
				rule.check(subject, findings);
			}
		}
		return NodeMerge.merge(findings.all(), cluster).stream()
				.filter(diagnostic -> suppressions.stream().noneMatch(suppression -> suppression.covers(diagnostic.rule(), diagnostic.origin())))
				.flatMap(diagnostic -> settings.apply(diagnostic).stream()).sorted(Diagnostic.BY_PLACE).toList();
	}
}
