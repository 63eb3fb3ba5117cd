package org.kaconf.lint.rules.instance;

import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Authentication;

/** KA2022. */
public final class AhWithMaster extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2022", "ah-with-master", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports authentication of type AH in an instance that starts in state MASTER.")
			.why("With AH an instance must first listen for the sequence numbers of others: keepalived starts it as BACKUP, whatever is written.")
			.bad("""
					vrrp_instance VI_1 {
					    state [[MASTER]]
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    authentication {
					        auth_type AH
					        auth_pass s3cret
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    state BACKUP
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    authentication {
					        auth_type AH
					        auth_pass s3cret
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write state BACKUP. Offered.", FixSafety.SAFE)
			.keepalived(Verdict.complains("Initial state master is incompatible with AH authentication"))
			.build();

	public AhWithMaster() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (member.instance().authentication().type() != Authentication.Type.AH || member.isOwner() || !subject.has(member, "state")) {
			return;
		}
		Site state = subject.first(member, "state");
		if (state.words().equals(List.of("MASTER"))) {
			findings.report(state.wordOrigin(0), "With auth_type AH an instance starts as BACKUP, and MASTER is ignored; write BACKUP").on(member.node())
					.related(member.origin("auth_type"), "auth_type AH").fix("Start as BACKUP", state.wordOrigin(0), "BACKUP");
		}
	}
}
