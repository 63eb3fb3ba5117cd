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

/** KA2009. */
public final class TracksOwnInterface extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2009", "tracks-own-interface", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports track_interface with the interface the instance runs on.")
			.why("That one is tracked anyway, and keepalived ignores the line; a weight written there has no effect.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_interface {
					        [[eth0]]
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_interface {
					        eth1
					    }
					}
					""")
			.fix("Remove the line.")
			.keepalived(Verdict.complains("Ignoring track_interface eth0 since own interface"))
			.build();

	public TracksOwnInterface() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (subject.has(member, "dont_track_primary")) {
			return;
		}
		for (TrackedEntry tracked : TrackedEntry.of(member, subject, TrackedEntry.INTERFACES)) {
			if (tracked.isOwnInterface(member)) {
				findings.report(tracked.site().wordOrigin(0), tracked.name() + " is the instance's own interface and tracked anyway; remove the line").on(member.node());
			}
		}
	}
}
