package org.kaconf.lint.rules.value;

import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.ValueRule;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Origin;

/** KA1202. */
public final class ExtraWord extends ValueRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1202", "extra-word", RuleGroup.VALUE, Severity.WARNING)
			.what("Reports words behind all that the keyword takes.")
			.why("keepalived ignores them, in most cases without a message.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150 [[high]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Remove them, or make them a comment with #. Offered: remove them.", FixSafety.SAFE)
			.keepalived(Verdict.SILENT)
			.build();

	public ExtraWord() {
		super(INFO, ValueProblem.Kind.EXTRA);
	}

	@Override
	protected boolean concerns(Site site, ValueProblem problem) {
		boolean blockMissing = site.keyword().isPresent() && site.keyword().get().block() != null && site.statement().getBlock() == null;
		return super.concerns(site, problem) && !blockMissing && !SecondStatement.startsAt(site, problem.wordIndex());
	}

	@Override
	protected Origin place(Site site, ValueProblem problem) {
		return site.wordsOrigin(problem.wordIndex());
	}

	@Override
	protected void refine(Finding finding, Site site, ValueProblem problem) {
		finding.fix("Remove what is too much", place(site, problem), "");
	}
}
