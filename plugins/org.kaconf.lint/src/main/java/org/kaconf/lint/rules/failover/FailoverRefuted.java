package org.kaconf.lint.rules.failover;

import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Origin;
import org.kaconf.simulation.FailoverAnalysis;
import org.kaconf.simulation.TimelineEntry;
import org.kaconf.simulation.Violation;
import org.kaconf.simulation.VirtualRouterReport;

/** KA4003. Runs behind the rules that explain by arithmetic why something does not work, and leaves to them what they said. */
public final class FailoverRefuted extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA4003", "failover-refuted", RuleGroup.FAILOVER, Severity.ERROR)
			.what("Reports what the failover analysis refutes and no other rule explains: it runs the state machines of all nodes in virtual time"
					+ " over every single fault and looks whether there is exactly one master afterwards, whether the address moves when what is"
					+ " tracked fails, whether it returns, and whether it comes to rest.")
			.why("Such a cluster works until the day it is needed.")
			.bad("""
					cluster web {
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					        address 198.51.100.1/24 dev eth1
					    }
					    node lb2 {
					        address 192.0.2.2/24 dev eth0
					        address 198.51.100.2/24 dev eth1
					    }
					}

					vrrp_sync_group G1 {
					    group {
					        VI_1
					        VI_2
					    }
					}

					[[vrrp_instance VI_1]] {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					[[vrrp_instance VI_2]] {
					    interface eth1
					    virtual_router_id 52
					    @lb1 priority 100
					    @lb2 priority 101
					    virtual_ipaddress {
					        198.51.100.10/24
					    }
					}
					""")
			.good("""
					cluster web {
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					        address 198.51.100.1/24 dev eth1
					    }
					    node lb2 {
					        address 192.0.2.2/24 dev eth0
					        address 198.51.100.2/24 dev eth1
					    }
					}

					vrrp_sync_group G1 {
					    group {
					        VI_1
					        VI_2
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					vrrp_instance VI_2 {
					    interface eth1
					    virtual_router_id 52
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        198.51.100.10/24
					    }
					}
					""")
			.fix("Follow the events of the message; kaconf simulate shows them all. In the example one node must have the higher priority in all members"
					+ " of the sync group.")
			.keepalived(Verdict.SILENT)
			.build();

	/** Events shown; the last ones tell most. */
	private static final int LAST_EVENTS = 8;

	public FailoverRefuted() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		if (!subject.isCluster()) {
			return;
		}
		List<Finding> before = findings.all();
		for (VirtualRouterReport router : FailoverAnalysis.analyse(subject.cluster(), subject.proofs()).routers()) {
			if (!router.violations().isEmpty() && router.nodes().size() > 1 && isClear(router, subject) && before.stream().noneMatch(finding -> explains(finding, router))) {
				router.violations().forEach(violation -> report(violation, router, subject, findings));
			}
		}
	}

	/** Whether it was proved of what the nodes are meant to run. */
	private static boolean isClear(VirtualRouterReport router, Subject subject) {
		return subject.routers().groups().stream().flatMap(group -> group.members().stream())
				.noneMatch(member -> member.instance().name().equals(router.name()) && subject.isUnclear(member));
	}

	/** Whether an earlier finding says why this virtual router does not work. */
	private static boolean explains(Finding finding, VirtualRouterReport router) {
		return finding.isAbout(router.name()) && (finding.severity() == Severity.ERROR || finding.rule().group() == RuleGroup.FAILOVER);
	}

	private static void report(Violation violation, VirtualRouterReport router, Subject subject, Findings findings) {
		Origin origin = violation.origin().isKnown() ? violation.origin() : subject.routers().groups().stream()
				.flatMap(group -> group.members().stream()).filter(member -> member.instance().name().equals(router.name())).findFirst()
				.map(Member::origin).orElse(Origin.NONE);
		Finding finding = findings.report(origin, violation.message());
		List<TimelineEntry> events = violation.explanation();
		events.subList(Math.max(0, events.size() - LAST_EVENTS), events.size()).forEach(event -> finding.related(origin, event.toString()));
	}
}
