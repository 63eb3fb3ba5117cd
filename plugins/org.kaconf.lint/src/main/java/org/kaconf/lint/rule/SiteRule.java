package org.kaconf.lint.rule;

import java.util.List;
import java.util.function.Function;

import org.kaconf.model.Origin;

/** A rule about each statement for itself. */
public abstract class SiteRule extends Rule {
	private final Function<SiteIndex, List<Site>> choice;

	/** A rule that looks at all statements. */
	protected SiteRule(RuleInfo info) {
		this(info, SiteIndex::all);
	}

	/** @param choice the statements it looks at; a text has many, of which most rules want few */
	protected SiteRule(RuleInfo info, Function<SiteIndex, List<Site>> choice) {
		super(info);
		this.choice = choice;
	}

	@Override
	public final void check(Subject subject, Findings findings) {
		choice.apply(subject.index()).forEach(site -> check(site, subject, findings));
	}

	protected abstract void check(Site site, Subject subject, Findings findings);

	/** Reports, naming the node that reads the statement. */
	protected static Finding report(Findings findings, Site site, Origin origin, String message) {
		Finding finding = findings.report(origin, message);
		return site.node() == null ? finding : finding.on(site.node());
	}
}
