package org.kaconf.lint.rules.value;

import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.ValueRule;
import org.kaconf.lint.rule.Verdict;

/** KA1201. */
public final class MissingValue extends ValueRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1201", "missing-value", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports a keyword or option without the value it needs.")
			.why("keepalived stops reading at once and exits with code 2.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id[[]]
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
			.fix("Write the value.")
			.keepalived(Verdict.refuses("is missing a parameter"))
			.build();

	public MissingValue() {
		super(INFO, ValueProblem.Kind.MISSING);
	}

	/** That a node lacks its name is said by the cluster block's rule. */
	@Override
	protected boolean concerns(Site site, ValueProblem problem) {
		return super.concerns(site, problem) && !site.is("cluster", "node");
	}
}
