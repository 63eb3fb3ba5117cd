package org.kaconf.lint.rule;

import org.kaconf.lang.Problem;
import org.kaconf.lang.ProblemKind;

/** A rule that passes on what was found wrong while reading the text. */
public abstract class ProblemRule extends Rule {
	private final ProblemKind kind;

	protected ProblemRule(RuleInfo info, ProblemKind kind) {
		super(info);
		this.kind = kind;
	}

	/** What it passes on. */
	public final ProblemKind kind() {
		return kind;
	}

	@Override
	public final void check(Subject subject, Findings findings) {
		for (Problem problem : subject.analysis().problems()) {
			if (problem.kind() == kind) {
				Finding finding = findings.report(problem.origin(), problem.message());
				problem.related().forEach(related -> finding.related(related.origin(), related.message()));
				refine(finding, problem);
			}
		}
	}

	/** Adds a fix. */
	protected void refine(Finding finding, Problem problem) {
		// Most of these need a person to decide.
	}
}
