package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.TrackedEntry;
import org.kaconf.lint.rule.Verdict;

/** KA2016. */
public final class WeightInSyncGroup extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2016", "weight-in-sync-group", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports a tracked script with a weight in a member of a sync group without sync_group_tracking_weight.")
			.why("keepalived ignores the script and does not even run it.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    weight -5
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
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        [[chk_nginx]]
					    }
					}

					vrrp_instance VI_2 {
					    interface eth1
					    virtual_router_id 52
					    virtual_ipaddress {
					        198.51.100.10/24
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
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}

					vrrp_instance VI_2 {
					    interface eth1
					    virtual_router_id 52
					    virtual_ipaddress {
					        198.51.100.10/24
					    }
					}
					""")
			.fix("Track without a weight, or in the group, or write sync_group_tracking_weight.")
			.keepalived(Verdict.complains("ignoring tracked script chk_nginx with weights due to SYNC group"))
			.build();

	public WeightInSyncGroup() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		String group = member.instance().syncGroup();
		boolean allowed = group == null || member.node().syncGroups().stream().anyMatch(g -> g.name().equals(group) && g.trackingWeight());
		if (allowed || member.isOwner()) {
			return;
		}
		for (TrackedEntry tracked : TrackedEntry.scripts(member, subject)) {
			if (tracked.weight() != 0) {
				findings.report(tracked.site().wordOrigin(0), tracked.name() + " has a weight, and in a member of the sync group " + group
						+ " such a script is not run; track it without a weight or in the group").on(member.node())
						.related(tracked.weightOrigin(), "weight of " + tracked.name());
			}
		}
	}
}
