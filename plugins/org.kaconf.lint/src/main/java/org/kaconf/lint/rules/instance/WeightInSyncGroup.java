package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
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
			.what("Reports a tracked script, file, BFD session or interface with a weight in a member of a sync group without sync_group_tracking_weight. A file that nobody weighed has the weight 1."
					+ " Only a warning for an interface. Weights of processes count and are not reported.")
			.why("keepalived ignores such a script and does not even run it, and such a BFD session or file does not count; but the weight 1 of a file becomes 0, with which any other number than 0"
					+ " in it is a fault. Of an interface keepalived says that it ignores the weight, and 2.2.7 counts it all the same. " + IgnoredWeights.OTHER_VERSIONS)
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    weight -5
					}

					track_file drain {
					    file /run/drain
					}

					bfd_instance uplink {
					    neighbor_ip 192.0.2.1
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
					    track_file {
					        [[drain]]
					    }
					    track_bfd {
					        [[uplink]] weight -20
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

					track_file drain {
					    file /run/drain
					}

					bfd_instance uplink {
					    neighbor_ip 192.0.2.1
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
					    track_file {
					        drain weight 0
					    }
					    track_bfd {
					        uplink
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
			.fix("Track without a weight (a file with weight 0), or in the group, or write sync_group_tracking_weight.")
			.keepalived(Verdict.complains("due to SYNC group"))
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
		IgnoredWeights weights = new IgnoredWeights("in a member of the sync group " + group, "keepalived says that it ignores it", "track it in the group");
		for (TrackedEntry tracked : IgnoredWeights.of(member, subject)) {
			Finding finding = weights.report(tracked, member, findings);
			if (tracked.site().isIn(TrackedEntry.INTERFACES)) {
				finding.as(Severity.WARNING);
			}
		}
	}
}
