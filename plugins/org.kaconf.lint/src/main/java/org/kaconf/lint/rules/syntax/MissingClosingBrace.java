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

/** KA1006. */
public final class MissingClosingBrace extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1006", "missing-closing-brace", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a block that is not closed, where the indentation and the keywords show that it should end.")
			.why("What follows is read as a part of the block: statements become addresses, whole instances unknown keywords.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[virtual_ipaddress {]]
					        192.0.2.10/24
					    priority 150
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    priority 150
					}
					""")
			.fix("Close the block. Offered: where the next line shows that it should end.", FixSafety.UNSAFE)
			.keepalived(Verdict.complains("missing '}'"))
			.build();

	public MissingClosingBrace() {
		super(INFO, ProblemKind.MISSING_CLOSING_BRACE);
	}

	@Override
	protected void refine(Finding finding, Problem problem) {
		String indent = " ".repeat(problem.origin().column() - 1);
		problem.related().stream().findFirst().ifPresent(place -> finding.fix("Close the block", place.origin(), "\n" + indent + "}"));
	}
}
