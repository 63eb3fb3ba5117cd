package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1017. */
public final class NotUtf8 extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1017", "not-utf-8", RuleGroup.SYNTAX, Severity.INFO)
			.what("Reports the first byte of a file that is no UTF-8, as in old files with Latin-1 comments.")
			.why("keepalived takes bytes as they are, and so do the files Kaconf generates. An editor may show or save something else, and names and passwords with such bytes are unusable in node.json.")
			.bad("""
					# Stra[[\udcdf]]e 1
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					# Stra\u00dfe 1
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Convert the file, for example: iconv -f latin1 -t utf8.")
			.build();

	public NotUtf8() {
		super(INFO, ProblemKind.NOT_UTF8);
	}
}
