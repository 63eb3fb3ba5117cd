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

/** KA2020. */
public final class StrictMaster extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2020", "strict-master", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports an instance in strict mode whose state does not go with its priority: MASTER is for the owner of the address, which has"
					+ " priority 255, and BACKUP for all others.")
			.why("keepalived ignores the state that is written.")
			.bad("""
					vrrp_instance VI_1 {
					    state [[MASTER]]
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    strict_mode on
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
					    strict_mode on
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write state BACKUP, or leave strict mode. Offered: BACKUP.", FixSafety.SAFE)
			.keepalived(Verdict.complains("State MASTER must match being address owner"))
			.build();

	public StrictMaster() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (!member.instance().strict() || member.isOwner() || !subject.has(member, "state")) {
			return;
		}
		Site state = subject.first(member, "state");
		if (state.words().equals(List.of("MASTER"))) {
			findings.report(state.wordOrigin(0), "In strict mode only priority 255 starts as MASTER, and this is ignored; write BACKUP or leave strict mode")
					.on(member.node()).fix("Start as BACKUP", state.wordOrigin(0), "BACKUP");
		}
	}
}
