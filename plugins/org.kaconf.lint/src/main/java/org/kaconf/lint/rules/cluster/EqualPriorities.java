package org.kaconf.lint.rules.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

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

/** KA3010. */
public final class EqualPriorities extends RouterRule {
	private static final RuleInfo INFO = RuleInfo.of("KA3010", "equal-priorities", RuleGroup.CLUSTER, Severity.WARNING)
			.what("Reports members of one virtual router that have the same priority, positive weights of what they track included.")
			.why("Of equal priorities the higher address wins, and a node that starts first stays master: who serves the address is left to"
					+ " chance, and a weight of a tracked script may hand over where none was meant to.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 100
					    @lb2 priority [[100]]
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
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Give each node a priority of its own.")
			.keepalived(Verdict.SILENT)
			.build();

	public EqualPriorities() {
		super(INFO);
	}

	@Override
	protected void check(RouterGroup router, Subject subject, Findings findings) {
		Map<Integer, Member> seen = new LinkedHashMap<>();
		for (Member member : router.members()) {
			if (subject.isUnclear(member, Member.PRIORITY_KEYWORDS)) {
				continue;
			}
			int priority = member.healthyPriority();
			Member earlier = seen.putIfAbsent(priority, member);
			if (earlier != null) {
				findings.report(member.origin("priority"), "Priority " + priority + " on " + member.node().name() + " and on " + earlier.node().name()
						+ ": the higher address decides; give each node a priority of its own").on(member.node())
						.related(earlier.origin("priority"), "the same priority on " + earlier.node().name());
			}
		}
	}
}
