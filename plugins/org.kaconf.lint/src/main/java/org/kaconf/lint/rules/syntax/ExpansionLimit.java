package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1013. */
public final class ExpansionLimit extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1013", "expansion-limit", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports definitions, sequences or includes that expand to more than any configuration needs, such as a definition that uses"
					+ " itself.")
			.why("Expansion stops there and what should follow is missing.")
			.bad("""
					$A=1${A}
					vrrp_instance VI_1 {
					    interface eth0
					    [[virtual_router_id ${A}]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					$A=51
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id ${A}
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Break the circle, or make the sequence shorter.")
			.accompaniedBy("KA1006")
			.build();

	public ExpansionLimit() {
		super(INFO, ProblemKind.EXPANSION_LIMIT);
	}
}
