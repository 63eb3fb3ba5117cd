package org.kaconf.lint.rule;

/** Looks for one kind of mistake. Rules have no state: one instance serves every run. */
public abstract class Rule {
	private final RuleInfo info;

	protected Rule(RuleInfo info) {
		this.info = info;
	}

	public final RuleInfo info() {
		return info;
	}

	/** Looks at everything and reports what it finds. */
	public abstract void check(Subject subject, Findings findings);
}
