package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Instance;
import org.kaconf.model.VrrpVersion;

/** KA2006. */
public final class AuthenticationIgnored extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2006", "authentication-ignored", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports authentication in an instance of version 3, or in strict mode.")
			.why("Version 3 has no authentication and strict mode forbids it: keepalived ignores the block, and whoever relies on it is"
					+ " mistaken.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    version 3
					    authentication {
					        auth_type [[PASS]]
					        auth_pass s3cret
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
					    version 3
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Remove the authentication block, or use version 2.")
			.keepalived(Verdict.complains("does not support authentication"))
			.build();

	public AuthenticationIgnored() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		Instance instance = member.instance();
		boolean version3 = instance.version() == VrrpVersion.V3;
		if (subject.has(member, "authentication") && (version3 || instance.strict())) {
			findings.report(member.origin("auth_type", "authentication", "auth_pass"), (version3 ? "VRRP version 3 has no authentication" : "Strict mode allows no authentication")
					+ ", so that this is ignored; remove it" + (version3 ? " or use version 2" : " or vrrp_strict")).on(member.node());
		}
	}
}
