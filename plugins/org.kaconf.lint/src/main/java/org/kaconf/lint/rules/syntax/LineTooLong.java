package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1005. */
public final class LineTooLong extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1005", "line-too-long", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a line of more than 1023 bytes.")
			.why("keepalived 2.2.7 silently makes two statements of it; since 2.4.0 it ignores the line.")
			.bad("""
					[[# %s]]
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""".formatted("a very long comment ".repeat(51) + "indeed"))
			.good("""
					# a very long comment
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Split the line; a long value may be put together from $NAME= definitions.")
			.build();

	public LineTooLong() {
		super(INFO, ProblemKind.LINE_TOO_LONG);
	}
}
