package org.kaconf.lint.rules.failover;

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

/** KA4004. */
public final class NopreemptOnBackupOnly extends RouterRule {
	private static final RuleInfo INFO = RuleInfo.of("KA4004", "nopreempt-on-backup-only", RuleGroup.FAILOVER, Severity.WARNING)
			.what("Reports nopreempt on a node while the node of the highest priority lacks it.")
			.why("nopreempt keeps a node that returns from taking the address back, so it counts on the node that would: the one of the highest"
					+ " priority. On the others alone it changes nothing.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    @lb2 [[nopreempt]]
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
					    nopreempt
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write nopreempt on every node, or on none.")
			.keepalived(Verdict.SILENT)
			.build();

	public NopreemptOnBackupOnly() {
		super(INFO);
	}

	@Override
	protected void check(RouterGroup router, Subject subject, Findings findings) {
		Member highest = router.byPriority().getFirst();
		if (subject.has(highest, "nopreempt") || highest.isOwner()) {
			return;
		}
		for (Member member : router.members()) {
			if (!member.instance().preempt()) {
				findings.report(member.origin("nopreempt"), "nopreempt counts on " + highest.node().name() + ", which has the highest priority and lacks it;"
						+ " write it on every node or on none").on(member.node()).related(highest.origin(), highest.node().name() + " takes the address back");
			}
		}
	}
}
