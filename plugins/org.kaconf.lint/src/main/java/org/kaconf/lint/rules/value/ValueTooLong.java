package org.kaconf.lint.rules.value;

import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.ValueRule;

/** KA1205. */
public final class ValueTooLong extends ValueRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1205", "value-too-long", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports a word with more characters than keepalived takes there, such as an address label of more than 15.")
			.why("keepalived cuts it off or drops what it belongs to.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24 label [[eth0:virtual-address]]
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24 label eth0:vip
					    }
					}
					""")
			.fix("Make it shorter.")
			.build();

	public ValueTooLong() {
		super(INFO, ValueProblem.Kind.TOO_LONG);
	}
}
