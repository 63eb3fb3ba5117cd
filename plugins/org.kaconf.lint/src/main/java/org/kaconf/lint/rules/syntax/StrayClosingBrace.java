package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.Problem;
import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Verdict;

/** KA1008. */
public final class StrayClosingBrace extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1008", "stray-closing-brace", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a closing brace that closes nothing.")
			.why("It closes a block too early, or another brace is missing; keepalived complains and goes on with what is left.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					[[}]]
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Remove the brace. Offered.", FixSafety.UNSAFE)
			.keepalived(Verdict.complains("Extra '}'"))
			.build();

	public StrayClosingBrace() {
		super(INFO, ProblemKind.STRAY_CLOSING_BRACE);
	}

	@Override
	protected void refine(Finding finding, Problem problem) {
		finding.fix("Remove the brace", problem.origin(), "");
	}
}
