package org.kaconf.lint.rules.cluster;

import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.RouterRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.InitialState;

/** KA3011. */
public final class SeveralMasters extends RouterRule {
	private static final RuleInfo INFO = RuleInfo.of("KA3011", "several-masters", RuleGroup.CLUSTER, Severity.WARNING)
			.what("Reports a virtual router on which more than one node starts in state MASTER.")
			.why("Each claims the address as soon as it starts, without looking whether another node serves it; connections break twice"
					+ " before the election by priority settles it.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    @lb1 state MASTER
					    @lb2 state [[MASTER]]
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
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
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Let the node with the highest priority start as MASTER and all others as BACKUP. Offered: BACKUP for the others.",
					FixSafety.UNSAFE)
			.keepalived(Verdict.SILENT)
			.build();

	public SeveralMasters() {
		super(INFO);
	}

	@Override
	protected void check(RouterGroup router, Subject subject, Findings findings) {
		List<Member> masters = router.byPriority().stream().filter(member -> member.instance().initialState() == InitialState.MASTER).toList();
		if (masters.size() < 2) {
			return;
		}
		Member first = masters.getFirst();
		for (Member other : masters.subList(1, masters.size())) {
			findings.report(other.origin("state"), other.node().name() + " starts as MASTER, and so does " + first.node().name()
					+ ": only one node of " + router.name() + " should; make this one BACKUP").on(other.node())
					.related(first.origin("state"), first.node().name() + " starts as MASTER")
					.fix("Start as BACKUP", other.origin("state"), "BACKUP");
		}
	}
}
