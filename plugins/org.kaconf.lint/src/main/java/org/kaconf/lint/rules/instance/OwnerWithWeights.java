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
			.what("Reports a tracked script with a weight in an instance of priority 255.")
			.why("An address owner keeps its priority whatever happens: keepalived drops the weighted script.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    weight -5
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
					}
					""")
			.good("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    weight -5
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 254
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.fix("Use a priority below 255, or no weight.")
			.keepalived(Verdict.complains("due to address_owner"))
			.build();

	public OwnerWithWeights() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (!member.isOwner()) {
			return;
		}
		for (TrackedEntry tracked : TrackedEntry.of(member, subject, TrackedEntry.SCRIPTS)) {
			if (tracked.weight() != 0) {
				findings.report(tracked.site().wordOrigin(0), tracked.name() + " has a weight, which an instance of priority 255 drops; use a lower priority or no weight")
						.on(member.node()).related(member.origin("priority", "state"), "priority 255");
			}
		}
	}
}
