package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA3019. */
public final class InstanceOnOneNode extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA3019", "instance-on-one-node", RuleGroup.CLUSTER, Severity.WARNING)
			.what("Reports an instance that only one node of the cluster has.")
			.why("When that node fails nobody takes over its addresses.")
			.bad(Example.TWO_NODES + """
					@lb1 [[vrrp_instance VI_1]] {
					    @lb1 interface eth0
					    @lb1 virtual_router_id 51
					    @lb1 virtual_ipaddress {
					        @lb1 192.0.2.10/24
					    @lb1 }
					@lb1 }
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
			.fix("Write the instance on another node too, with a lower priority.")
			.keepalived(Verdict.SILENT)
			.build();

	public InstanceOnOneNode() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		if (!subject.isCluster()) {
			return;
		}
		for (RouterGroup router : subject.routers().groups()) {
			if (!router.isShared()) {
				Member only = router.members().getFirst();
				Finding finding = findings.report(only.instance().origins().element(), only.instance().name() + " is only on " + only.node().name()
						+ ": no other node takes over its addresses; write it on another node too").on(only.node());
				subject.cluster().nodes().stream().filter(node -> node != only.node())
						.forEach(node -> finding.related(node.origins().element(), node.name() + " lacks it"));
			}
		}
	}
}
