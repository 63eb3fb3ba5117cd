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

/** KA1003. */
public final class ByteOrderMark extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1003", "byte-order-mark", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a file that starts with a byte order mark, as some editors write it.")
			.why("keepalived takes it for a part of the first keyword, which is then unknown, and its whole block is lost.")
			.bad("""
					[[\ufeff]]vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
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
			.fix("Remove it. Offered.", FixSafety.SAFE)
			.keepalived(Verdict.complains("Unknown keyword"))
			.build();

	public ByteOrderMark() {
		super(INFO, ProblemKind.BYTE_ORDER_MARK);
	}

	@Override
	protected void refine(Finding finding, Problem problem) {
		finding.fix("Remove the byte order mark", problem.origin(), "");
	}
}
