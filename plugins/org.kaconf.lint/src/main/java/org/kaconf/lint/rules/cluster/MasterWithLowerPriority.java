package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.RouterRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.InitialState;

/** KA3012. */
public final class MasterWithLowerPriority extends RouterRule {
	private static final RuleInfo INFO = RuleInfo.of("KA3012", "master-with-lower-priority", RuleGroup.CLUSTER, Severity.WARNING)
			.what("Reports a node that starts as MASTER although a node that starts as BACKUP has a higher priority.")
			.why("The initial state is only a start: the election goes by priority, and the node meant as backup takes over at once.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    @lb1 state MASTER
					    @lb2 state BACKUP
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority [[90]]
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    @lb1 state MASTER
					    @lb2 state BACKUP
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 110
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Give the node that is to be master the highest priority.")
			.keepalived(Verdict.SILENT)
			.build();

	public MasterWithLowerPriority() {
		super(INFO);
	}

	@Override
	protected void check(RouterGroup router, Subject subject, Findings findings) {
		Member highest = router.byPriority().getFirst();
		if (highest.instance().initialState() == InitialState.MASTER
				|| router.members().stream().anyMatch(member -> subject.isUnclear(member, Member.PRIORITY_KEYWORDS))) {
			return;
		}
		for (Member member : router.members()) {
			if (member.instance().initialState() == InitialState.MASTER && member.healthyPriority() < highest.healthyPriority()) {
				findings.report(member.origin("priority", "state"), member.node().name() + " starts as MASTER with priority " + member.healthyPriority()
						+ ", but " + highest.node().name() + " has " + highest.healthyPriority() + " and takes over at once; swap the priorities or the states")
						.on(member.node()).related(highest.origin("priority"), highest.node().name() + " has priority " + highest.healthyPriority());
			}
		}
	}
}
