package org.kaconf.lint.rules.style;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Suppression;

/** KA9002. */
public final class SuppressionOfUnknownRule extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA9002", "suppression-of-unknown-rule", RuleGroup.STYLE, Severity.WARNING)
			.what("Reports a comment that is to silence a rule that does not exist, or names none.")
			.why("It silences nothing, though it looks as if it did.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150   [[# kaconf: ignore KA0815 agreed with the network team]]
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
			.fix("Write the id or the name of a rule, as it stands in brackets behind the message.")
			.build();

	public SuppressionOfUnknownRule() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		for (Suppression suppression : subject.suppressions()) {
			if (!suppression.unknown().isEmpty()) {
				findings.report(suppression.origin(), "There is no rule '" + String.join("', '", suppression.unknown())
						+ "'; write an id or name as it stands behind the message");
			} else if (suppression.rules().isEmpty()) {
				findings.report(suppression.origin(), "The comment names no rule; write # kaconf: ignore KA0000 reason, with the id of the rule");
			}
		}
	}
}
