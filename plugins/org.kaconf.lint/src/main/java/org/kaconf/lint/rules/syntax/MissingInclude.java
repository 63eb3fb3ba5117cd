package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1011. */
public final class MissingInclude extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1011", "missing-include", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports an include that names no file that can be read.")
			.why("keepalived goes on without the file, with a message at most, and what it should have said is missing.")
			.bad("""
					include [[defaults.conf]]

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
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Correct the path, which counts from the folder of the file with the include, or remove the line.")
			.build();

	public MissingInclude() {
		super(INFO, ProblemKind.INCLUDE);
	}
}
