package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1016. */
public final class IncludeReadTwice extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1016", "include-read-twice", RuleGroup.SYNTAX, Severity.WARNING)
			.since("2.2.0")
			.what("Reports an include that is not the first word of its line: one behind a condition, a brace or a sequence, or that comes out of a definition.")
			.why("keepalived reads such a file twice: names in it are defined already, addresses are duplicates, and what may be there once is there twice.")
			.bad("""
					@lb1 [[include node-*.conf]]

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					include node-*.conf

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write the include on a line of its own, and the condition in front of the lines in the file.")
			.build();

	public IncludeReadTwice() {
		super(INFO, ProblemKind.INCLUDE_AGAIN);
	}
}
