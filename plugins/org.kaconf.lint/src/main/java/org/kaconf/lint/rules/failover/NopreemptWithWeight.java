package org.kaconf.lint.rules.failover;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.TrackedEntry;
import org.kaconf.model.Origin;
import org.kaconf.model.TrackedScript;

/** KA4002. */
public final class NopreemptWithWeight extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA4002", "nopreempt-with-weight", RuleGroup.FAILOVER, Severity.ERROR)
			.what("Reports nopreempt on a node of a virtual router whose members track something with a weight.")
			.why("A weight hands over by lowering the master's priority, so that a backup with a higher one takes its place. With nopreempt a"
					+ " backup never takes the place of a master that is alive: the weight has no effect.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    interval 2
					    weight -5
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 101
					    [[nopreempt]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.good("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    interval 2
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 101
					    nopreempt
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.fix("Drop the weight, so that a failure makes the instance go to FAULT, or drop nopreempt.")
			.build();

	public NopreemptWithWeight() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		for (RouterGroup router : subject.routers().groups()) {
			findings.about(router.names());
			for (Member backup : router.members()) {
				if (!backup.instance().preempt()) {
					router.members().stream().filter(member -> !member.isOwner()).filter(member -> member != backup || !router.isShared())
							.forEach(member -> check(backup, member, subject, findings));
				}
			}
		}
	}

	private static void check(Member backup, Member master, Subject subject, Findings findings) {
		for (TrackedScript tracked : master.instance().trackedScripts()) {
			if (tracked.weight() != 0) {
				findings.report(backup.origin("nopreempt"), "nopreempt keeps " + backup.instance().name() + " from taking over when " + tracked.script()
						+ " lowers the master's priority by " + Math.abs(tracked.weight()) + "; drop the weight or nopreempt").on(backup.node())
						.related(weightOrigin(master, tracked, subject), "weight of " + tracked.script());
				return;
			}
		}
	}

	private static Origin weightOrigin(Member member, TrackedScript tracked, Subject subject) {
		return TrackedEntry.at(tracked.origins().element(), member.node(), subject).map(TrackedEntry::weightOrigin).orElse(tracked.origins().element());
	}
}
