package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.InitialState;

/** KA2014. */
public final class MasterWithoutPriority extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2014", "master-without-priority", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports state MASTER without a priority.")
			.why("keepalived then takes the priority 255, that of the owner of the address, without a word: weights of tracked scripts are dropped,"
					+ " and the node never gives way.")
			.bad("""
					vrrp_instance VI_1 {
					    state [[MASTER]]
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    state MASTER
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write a priority below 255.")
			.keepalived(Verdict.SILENT)
			.build();

	public MasterWithoutPriority() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (member.instance().initialState() == InitialState.MASTER && member.instance().origins().isWritten("state") && !subject.hasOrMeans(member, "priority")) {
			findings.report(member.origin("state"), "state MASTER without a priority means priority 255, which weights cannot lower; write a priority").on(member.node());
		}
	}
}
