package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1001. */
public final class UnreadableFile extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1001", "unreadable-file", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a configuration file that is missing, a folder, binary, far too large, or may not be read.")
			.why("Nothing in it counts. keepalived 2.2.7 itself starts without any configuration when its file does not exist.")
			.bad("""
					cluster web {
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					        [[config lb1/keepalived.conf]]
					    }
					}
					""")
			.good("""
					cluster web {
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Correct the path or the permissions.")
			.build();

	public UnreadableFile() {
		super(INFO, ProblemKind.FILE);
	}
}
