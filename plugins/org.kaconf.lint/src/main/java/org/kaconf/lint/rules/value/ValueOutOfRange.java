package org.kaconf.lint.rules.value;

import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.ValueRule;
import org.kaconf.lint.rule.Verdict;

/** KA1203. */
public final class ValueOutOfRange extends ValueRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1203", "value-out-of-range", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports a number outside of what the keyword takes: a VRID or priority that is not 1 to 255, an interval, a weight.")
			.why("keepalived complains and uses the default, or ignores the line; without a valid VRID it does not start.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority [[300]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write a number within the range.")
			.keepalived(Verdict.complains("Priority not valid"))
			.build();

	public ValueOutOfRange() {
		super(INFO, ValueProblem.Kind.OUT_OF_RANGE);
	}
}
