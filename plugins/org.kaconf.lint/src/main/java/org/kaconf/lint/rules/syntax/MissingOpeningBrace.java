package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Verdict;

/** KA1007. */
public final class MissingOpeningBrace extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1007", "missing-opening-brace", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a keyword that begins a block, and whose closing brace is there, but not the opening one.")
			.why("All lines of the block are unknown keywords to keepalived, and the closing brace closes the enclosing block.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress[[]]
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
			.keepalived(Verdict.complains("Missing '{'"))
			.build();

	public MissingOpeningBrace() {
		super(INFO, ProblemKind.MISSING_OPENING_BRACE);
	}
}
