package org.kaconf.lint.rules.cluster;

import java.nio.charset.StandardCharsets;

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

/** KA3005. */
public final class PasswordDiffers extends AgreementRule<String> {
	private static final RuleInfo INFO = RuleInfo.of("KA3005", "password-differs", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports instances of one virtual router whose passwords differ within the first eight characters, which are all that"
					+ " travels. The passwords themselves are never shown.")
			.why("Adverts with another password are dropped (\"received an invalid passwd!\"): every node becomes master.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    authentication {
					        auth_type PASS
					        @lb1 auth_pass s3cret
					        @lb2 auth_pass [[secret]]
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
			.fix("Write the same auth_pass on every node.")
			.keepalived(Verdict.SILENT)
			.build();

	public PasswordDiffers() {
		super(INFO, "auth_pass", "authentication");
	}

	@Override
	protected boolean concerns(RouterGroup router, Subject subject) {
		return Agreement.allVersion2(router)
				&& router.members().stream().map(member -> member.instance().authentication().type()).distinct().count() == 1;
	}

	/** What travels. */
	@Override
	protected String value(Member member) {
		byte[] bytes = member.instance().authentication().password().getBytes(StandardCharsets.UTF_8);
		return new String(bytes, 0, Math.min(bytes.length, Authentication.PASSWORD_BYTES), StandardCharsets.ISO_8859_1);
	}

	@Override
	protected String describe(Member member) {
		return "has another password";
	}

	@Override
	protected String message(Member member, Member reference) {
		return "The password of " + member.node().name() + " differs from that of " + reference.node().name()
				+ " in the first 8 characters: each drops the other's adverts and both become master; write the same auth_pass";
	}
}
