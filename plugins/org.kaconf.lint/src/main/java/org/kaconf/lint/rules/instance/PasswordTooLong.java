package org.kaconf.lint.rules.instance;

import java.nio.charset.StandardCharsets;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Authentication;
import org.kaconf.model.Origin;

/** KA2005. */
public final class PasswordTooLong extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2005", "password-too-long", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports an auth_pass of more than eight characters. The password itself is never shown.")
			.why("Only the first eight travel; keepalived cuts the rest off, and keepalived -t counts it as an error.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    authentication {
					        auth_type PASS
					        auth_pass [[correcthorse]]
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    authentication {
					        auth_type PASS
					        auth_pass correcth
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Use at most eight characters. Offered: the first eight, which are what counts now.", FixSafety.SAFE)
			.keepalived(Verdict.complains("Truncating auth_pass to 8 characters"))
			.build();

	public PasswordTooLong() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		String password = member.instance().authentication().password();
		if (password.getBytes(StandardCharsets.UTF_8).length > Authentication.PASSWORD_BYTES) {
			Origin origin = member.origin("auth_pass", "authentication");
			Finding finding = findings.report(origin, "auth_pass has " + password.length() + " characters, of which only the first 8 count; shorten it to 8")
					.on(member.node());
			if (password.chars().allMatch(c -> c > ' ' && c < 127 && c != '"')) {
				finding.fix("Shorten to 8 characters", origin, password.substring(0, Authentication.PASSWORD_BYTES));
			}
		}
	}
}
