package org.kaconf.lint.rules.style;

import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Suppression;

/** KA9003. Runs last, as it looks at what all others found. */
public final class UnusedSuppression extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA9003", "unused-suppression", RuleGroup.STYLE, Severity.WARNING)
			.what("Reports a comment that is to silence a rule which finds nothing on that line.")
			.why("The mistake was put right, or the line moved away; the comment would hide the next one.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150   [[# kaconf: ignore KA3010 whoever starts first may be master]]
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
			.fix("Delete the comment. Offered.", FixSafety.SAFE)
			.build();

	public UnusedSuppression() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		List<Finding> found = findings.all();
		for (Suppression suppression : subject.suppressions()) {
			List<String> unused = suppression.rules().stream()
					.filter(rule -> found.stream().noneMatch(finding -> finding.rule().id().equals(rule) && suppression.covers(rule, finding.origin())))
					.toList();
			if (unused.isEmpty() || suppression.reason().isEmpty()) {
				continue;
			}
			Finding finding = findings.report(suppression.origin(), String.join(", ", unused) + " finds nothing on line " + suppression.line()
					+ "; delete the comment");
			if (unused.size() == suppression.rules().size()) {
				finding.fix("Delete the comment", suppression.origin(), "");
			}
		}
	}
}
