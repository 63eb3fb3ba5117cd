package org.kaconf.lint.rules.style;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Suppression;

/** KA9001. */
public final class SuppressionWithoutReason extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA9001", "suppression-without-reason", RuleGroup.STYLE, Severity.WARNING)
			.what("Reports a comment that is to silence a rule but gives no reason. It silences nothing.")
			.why("Whoever reads the file next year must be able to tell whether the exception still holds.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150   [[# kaconf: ignore KA3010]]
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
			.fix("Write the reason after the rule's id.")
			.build();

	public SuppressionWithoutReason() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		for (Suppression suppression : subject.suppressions()) {
			if (suppression.reason().isEmpty() && !suppression.rules().isEmpty()) {
				findings.report(suppression.origin(), "The comment silences nothing, as it gives no reason; write one after "
						+ suppression.rules().getLast());
			}
		}
	}
}
