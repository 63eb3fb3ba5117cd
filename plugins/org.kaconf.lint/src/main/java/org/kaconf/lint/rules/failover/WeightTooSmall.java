package org.kaconf.lint.rules.failover;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.RouterRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.TrackedEntry;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Origin;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;

/** KA4001. */
public final class WeightTooSmall extends RouterRule {
	private static final RuleInfo INFO = RuleInfo.of("KA4001", "weight-too-small", RuleGroup.FAILOVER, Severity.ERROR)
			.what("Reports a tracked script or interface whose weight does not bring a node's priority below that of the node that should take"
					+ " over. A warning when several things that fail together would do.")
			.why("The priority falls, but stays above the other's or equal to it, and so nothing moves: the address stays where the service"
					+ " is broken, without a message.")
			.bad(Example.TWO_NODES + """
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    interval 2
					    weight [[-2]]
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 150
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    interval 2
					    weight -51
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 150
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.fix("Use a weight larger than the distance between the priorities, or no weight: then a failure makes the instance go to FAULT."
					+ " Offered: the smallest weight that hands over.", FixSafety.UNSAFE)
			.keepalived(Verdict.SILENT)
			.build();

	/** Something tracked that lowers the priority when it fails. */
	private record Tracker(String name, int weight, Origin origin) {
	}

	public WeightTooSmall() {
		super(INFO);
	}

	@Override
	protected void check(RouterGroup router, Subject subject, Findings findings) {
		List<Member> byPriority = router.byPriority();
		if (byPriority.stream().anyMatch(member -> subject.isUnclear(member, Member.PRIORITY_KEYWORDS))) {
			return;
		}
		for (int i = 0; i + 1 < byPriority.size(); i++) {
			Member master = byPriority.get(i);
			Member successor = byPriority.get(i + 1);
			if (!master.isOwner() && master.healthyPriority() > successor.healthyPriority()) {
				check(master, successor, subject, findings);
			}
		}
	}

	private static void check(Member master, Member successor, Subject subject, Findings findings) {
		List<Tracker> trackers = trackers(master, subject);
		int together = trackers.stream().mapToInt(tracker -> Math.abs(tracker.weight())).sum();
		for (Tracker tracker : trackers) {
			int left = master.priorityWithout(tracker.weight());
			int other = successor.healthyPriority();
			if (left < other) {
				continue;
			}
			int needed = master.healthyPriority() - other + 1;
			String relation = left > other ? " stays above " : " equals ";
			String remedy = needed <= 253 ? "use a weight of " + suggestion(tracker, needed) : "bring the priorities nearer to each other";
			Finding finding = findings.report(tracker.origin(), tracker.name() + " failing on " + master.node().name() + " hands nothing over: priority "
					+ master.healthyPriority() + " - " + Math.abs(tracker.weight()) + " = " + left + relation + successor.node().name() + "'s " + other
					+ "; " + remedy).on(master.node())
					.related(master.origin("priority"), master.node().name() + " has priority " + master.instance().priority())
					.related(successor.origin("priority"), successor.node().name() + " has priority " + successor.instance().priority());
			if (trackers.size() > 1 && master.priorityWithout(together) < other) {
				finding.as(Severity.WARNING);
			}
			if (needed <= 253 && tracker.weight() < 0) {
				finding.fix("Use a weight of " + -needed, tracker.origin(), Integer.toString(-needed));
			}
		}
	}

	private static String suggestion(Tracker tracker, int needed) {
		return tracker.weight() < 0 ? "at most " + -needed : "at most " + -needed + " (a positive weight raises both nodes)";
	}

	private static List<Tracker> trackers(Member member, Subject subject) {
		List<Tracker> trackers = new ArrayList<>();
		for (TrackedScript script : member.instance().trackedScripts()) {
			if (script.weight() != 0) {
				trackers.add(new Tracker(script.script(), script.weight(), weightOrigin(script.origins().element(), member, subject)));
			}
		}
		for (TrackedInterface tracked : member.instance().trackedInterfaces()) {
			if (tracked.weight() != 0) {
				trackers.add(new Tracker(tracked.name(), tracked.weight(), weightOrigin(tracked.origins().element(), member, subject)));
			}
		}
		return trackers;
	}

	private static Origin weightOrigin(Origin line, Member member, Subject subject) {
		return TrackedEntry.at(line, member.node(), subject).map(TrackedEntry::weightOrigin).orElse(line);
	}
}
