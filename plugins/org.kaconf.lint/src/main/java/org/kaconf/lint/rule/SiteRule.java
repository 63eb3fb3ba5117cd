package org.kaconf.lint.rule;

import org.kaconf.model.Origin;

/** A rule about each statement for itself. */
public abstract class SiteRule extends Rule {
	protected SiteRule(RuleInfo info) {
		super(info);
	}

	@Override
	public final void check(Subject subject, Findings findings) {
		subject.sites().forEach(site -> check(site, subject, findings));
	}

	protected abstract void check(Site site, Subject subject, Findings findings);

	/** Reports, naming the node that reads the statement. */
	protected static Finding report(Findings findings, Site site, Origin origin, String message) {
		Finding finding = findings.report(origin, message);
		return site.node() == null ? finding : finding.on(site.node());
	}
}
