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

/** KA1015. */
public final class ContinuationLine extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1015", "continuation-line", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a line that ends in a backslash, as if it went on in the next one; even at the end of a comment.")
			.why("Only definitions go on so. Anywhere else keepalived makes the backslash a part of the last word in front of it, and the next line is a statement of its own.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150 [[\\]]
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
			.fix("Remove the backslash and write the statement in one line. Offered: remove it.", FixSafety.UNSAFE)
			.keepalived(Verdict.complains("150\\"))
			.build();

	public ContinuationLine() {
		super(INFO, ProblemKind.CONTINUATION);
	}

	@Override
	protected void refine(Finding finding, Problem problem) {
		finding.fix("Remove the backslash", problem.origin(), "");
	}
}
