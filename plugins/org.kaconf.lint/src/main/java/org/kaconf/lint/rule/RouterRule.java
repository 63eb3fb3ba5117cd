package org.kaconf.lint.rule;

/** A rule about the instances of several nodes that make one virtual router. */
public abstract class RouterRule extends Rule {
	protected RouterRule(RuleInfo info) {
		super(info);
	}

	@Override
	public final void check(Subject subject, Findings findings) {
		subject.routers().groups().stream().filter(RouterGroup::isShared).forEach(router -> {
			findings.about(router.names());
			check(router, subject, findings);
		});
	}

	/** @param router has at least two members */
	protected abstract void check(RouterGroup router, Subject subject, Findings findings);
}
