package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1002. */
public final class EmptyFile extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1002", "empty-file", RuleGroup.SYNTAX, Severity.WARNING)
			.what("Reports a file without a single statement.")
			.why("keepalived starts with it and does nothing.")
			.bad("""
					[[]]# to be written
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
			.fix("Write a configuration, or leave the file out.")
			.build();

	public EmptyFile() {
		super(INFO, ProblemKind.EMPTY_FILE);
	}
}
