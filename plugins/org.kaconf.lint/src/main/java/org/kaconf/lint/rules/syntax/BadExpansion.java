package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1012. */
public final class BadExpansion extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1012", "bad-expansion", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a definition or a ~SEQ or ~LST sequence that cannot be expanded.")
			.why("keepalived ignores the line, and all that it should have become is missing.")
			.bad("""
					[[~SEQ(N,1,-1,3)]] static_ipaddress { 192.0.2.${N} dev eth0 }

					vrrp_instance VI_1 {
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
					        ~SEQ(N,10,12) 192.0.2.${N}/24
					    }
					}
					""")
			.fix("Correct the parameters: ~SEQ(NAME,START,STEP,END), where the sign of STEP leads from START to END.")
			.build();

	public BadExpansion() {
		super(INFO, ProblemKind.EXPANSION);
	}
}
