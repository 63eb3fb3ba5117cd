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
import org.kaconf.model.Origin;

/** KA1007. */
public final class MissingOpeningBrace extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1007", "missing-opening-brace", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a keyword that begins a block, and whose closing brace is there, but not the opening one.")
			.why("All lines of the block are unknown keywords to keepalived, and the closing brace closes the enclosing block.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[virtual_ipaddress]]
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
			.fix("Write the brace behind the keyword. Offered.", FixSafety.SAFE)
			.keepalived(Verdict.complains("Extra '}' found"))
			.build();

	public MissingOpeningBrace() {
		super(INFO, ProblemKind.MISSING_OPENING_BRACE);
	}

	@Override
	protected void refine(Finding finding, Problem problem) {
		Origin head = problem.origin();
		finding.fix("Write the brace", new Origin(head.file(), head.endLine(), head.endColumn(), head.endLine(), head.endColumn()), " {");
	}
}
