package org.kaconf.lint.rules.value;

import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.ValueRule;
import org.kaconf.lint.rule.Verdict;

/** KA1206. */
public final class UnknownOption extends ValueRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1206", "unknown-option", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports a word that is no option of the keyword or entry.")
			.why("keepalived ignores it or, in some blocks, the whole entry.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24 [[devise]] eth0
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24 dev eth0
					    }
					}
					""")
			.fix("Correct or remove it.")
			.keepalived(Verdict.complains("Unknown configuration entry 'devise'"))
			.build();

	public UnknownOption() {
		super(INFO, ValueProblem.Kind.UNKNOWN_OPTION);
	}

	@Override
	protected boolean concerns(Site site, ValueProblem problem) {
		return super.concerns(site, problem) && !SecondStatement.startsAt(site, problem.wordIndex());
	}
}
