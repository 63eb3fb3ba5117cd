package org.kaconf.lint.rules.cluster;

import java.util.Set;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroups.Collision;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA3002. */
public final class VridCollision extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA3002", "vrid-collision", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports a VRID that two different instances, with different names and addresses, use on two nodes of one segment.")
			.why("To the protocol they are one virtual router: the lower priority of the two falls silent and its addresses are served by"
					+ " no node.")
			.bad(Example.TWO_NODES + """
					@lb1 vrrp_instance WEB {
					@lb2 vrrp_instance MAIL {
					    interface eth0
					    virtual_router_id [[51]]
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        @lb1 192.0.2.10/24
					        @lb2 192.0.2.20/24
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					vrrp_instance WEB {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					vrrp_instance MAIL {
					    interface eth0
					    virtual_router_id 52
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.20/24
					    }
					}
					""")
			.fix("Give each virtual router of a segment a VRID of its own, the same on all its nodes.")
			.keepalived(Verdict.SILENT)
			.accompaniedBy("KA3019")
			.build();

	public VridCollision() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		for (Collision collision : subject.routers().collisions()) {
			Member first = collision.first();
			Member second = collision.second();
			findings.about(Set.of(first.instance().name(), second.instance().name()));
			findings.report(second.origin("virtual_router_id"), "VRID " + second.instance().virtualRouterId() + " is used by " + second.instance().name()
					+ " on " + second.node().name() + " and by " + first.instance().name() + " on " + first.node().name()
					+ ", which share no address: on one segment each virtual router needs a VRID of its own").on(second.node())
					.related(first.origin("virtual_router_id"), first.instance().name() + " on " + first.node().name());
		}
	}
}
