package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.AgreementRule;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Authentication;

/** KA3004. */
public final class AuthenticationDiffers extends AgreementRule<Authentication.Type> {
	private static final RuleInfo INFO = RuleInfo.of("KA3004", "authentication-differs", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports version 2 instances of one virtual router whose authentication type differs, or where only some authenticate.")
			.why("Adverts with another type are dropped (\"received a 0 auth, expecting 1!\"): every node becomes master.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    authentication {
					        @lb1 auth_type PASS
					        @lb2 auth_type [[AH]]
					        auth_pass s3cret
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    authentication {
					        auth_type PASS
					        auth_pass s3cret
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Use the same authentication block on every node, or none.")
			.keepalived(Verdict.SILENT)
			.build();

	public AuthenticationDiffers() {
		super(INFO, "auth_type", "authentication", "auth_pass");
	}

	@Override
	protected boolean concerns(RouterGroup router, Subject subject) {
		return Agreement.allVersion2(router);
	}

	@Override
	protected Authentication.Type value(Member member) {
		return member.instance().authentication().type();
	}

	@Override
	protected String describe(Member member) {
		return value(member) == Authentication.Type.NONE ? "does not authenticate" : "uses " + value(member);
	}

	@Override
	protected String message(Member member, Member reference) {
		return member.node().name() + " " + describe(member) + ", but " + reference.node().name() + " " + describe(reference)
				+ ": each drops the other's adverts and both become master; write the same authentication on every node";
	}
}
