package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Verdict;

/** KA1009. */
public final class StrayOpeningBrace extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1009", "stray-opening-brace", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a brace that opens a block without a keyword in front.")
			.why("keepalived ignores the brace; its closing one then closes the enclosing block too early.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    [[{]]
					        priority 150
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
			.fix("Remove both braces, or write what the block is.")
			.keepalived(Verdict.complains("Unexpected '{'"))
			.build();

	public StrayOpeningBrace() {
		super(INFO, ProblemKind.STRAY_OPENING_BRACE);
	}
}
