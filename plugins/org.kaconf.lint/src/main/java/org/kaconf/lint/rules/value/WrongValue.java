package org.kaconf.lint.rules.value;

import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.ValueRule;
import org.kaconf.lint.rule.Verdict;

/** KA1204. */
public final class WrongValue extends ValueRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1204", "wrong-value", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports a word that is not what the keyword takes: no number, no address, not one of the words that are possible.")
			.why("keepalived complains and uses the default, or ignores the line.")
			.bad("""
					vrrp_instance VI_1 {
					    state [[MASTRE]]
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    state MASTER
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write what the message says.")
			.keepalived(Verdict.complains("unknown state 'MASTRE'"))
			.build();

	public WrongValue() {
		super(INFO, ValueProblem.Kind.WRONG_TYPE, ValueProblem.Kind.NOT_ONE_OF);
	}
}
