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

/** KA2015. */
public final class OwnerWithWeights extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2015", "owner-with-weights", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports a tracked script, file, BFD session or interface with a weight in an instance of priority 255. A file that nobody weighed has the weight 1."
					+ " Weights of processes have no effect either, but keepalived accepts them without a word, and they are not reported.")
			.why("An address owner keeps its priority whatever happens: keepalived ignores such a script and does not even run it, and such a file, BFD session or interface does not count;"
					+ " but the weight 1 of a file becomes 0, with which any other number than 0 in it is a fault. " + IgnoredWeights.OTHER_VERSIONS)
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

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 255
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
					    track_interface {
					        [[eth1]] weight -20
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

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 255
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
					    track_interface {
					        eth1
					    }
					}
					""")
			.fix("Track without a weight (a file with weight 0), or use a priority below 255.")
			.keepalived(Verdict.complains("due to address_owner"))
			.build();

	private static final IgnoredWeights WEIGHTS = new IgnoredWeights("in an instance of priority 255", "such an interface does not count", "use a lower priority");

	public OwnerWithWeights() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (!member.isOwner()) {
			return;
		}
		for (TrackedEntry tracked : IgnoredWeights.of(member, subject)) {
			WEIGHTS.report(tracked, member, findings).related(member.origin("priority", "state"), "priority 255");
		}
	}
}
