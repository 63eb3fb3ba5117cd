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
					+ " in it is a fault. Of an interface keepalived says that it ignores the weight, and 2.2.7 counts it all the same.")
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

	private static final String WITHOUT_WEIGHT = "; track it without a weight or in the group";
	/** The weight of a file when nobody writes any; keepalived does not tell it from one that is written. */
	private static final int WEIGHT_OF_FILES = 1;

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
		for (TrackedEntry tracked : TrackedEntry.of(member, subject, TrackedEntry.SCRIPTS, TrackedEntry.FILES, TrackedEntry.BFD_SESSIONS, TrackedEntry.INTERFACES)) {
			if (tracked.weight() != 0 && !tracksOwnInterface(tracked, member)) {
				Finding finding = findings.report(tracked.site().wordOrigin(0), message(tracked, group)).on(member.node()).related(tracked.weightOrigin(), "weight of " + tracked.name());
				if (tracked.site().isIn(TrackedEntry.INTERFACES)) {
					finding.as(Severity.WARNING);
				}
			}
		}
	}

	/** Such a line has no effect anywhere. */
	private static boolean tracksOwnInterface(TrackedEntry tracked, Member member) {
		return tracked.site().isIn(TrackedEntry.INTERFACES) && tracked.name().equals(member.instance().interfaceName());
	}

	private static String message(TrackedEntry tracked, String group) {
		String member = "in a member of the sync group " + group;
		return tracked.name() + switch (tracked.site().context().id()) {
			case TrackedEntry.INTERFACES -> " has a weight, of which keepalived says that it ignores it " + member + WITHOUT_WEIGHT;
			case TrackedEntry.BFD_SESSIONS -> " has a weight, and " + member + " such a session does not count" + WITHOUT_WEIGHT;
			case TrackedEntry.FILES -> tracked.weight() == WEIGHT_OF_FILES
					? " has the weight 1, which becomes 0 " + member + ", so that any other number than 0 is a fault; write weight 0 or track it in the group"
					: " has a weight, and " + member + " such a file does not count; write weight 0 or track it in the group";
			default -> " has a weight, and " + member + " such a script is not run" + WITHOUT_WEIGHT;
		};
	}
}
