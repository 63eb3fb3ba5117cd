package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2001. */
public final class NoVirtualRouterId extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2001", "no-virtual-router-id", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports an instance without a virtual_router_id.")
			.why("keepalived does not start.")
			.bad("""
					[[vrrp_instance VI_1]] {
					    interface eth0
					    virtual_ipaddress {
					        192.0.2.10/24
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
					}
					""")
			.fix("Write virtual_router_id with a number from 1 to 255 that no other virtual router of the segment uses.")
			.keepalived(Verdict.refuses("the virtual router id must be set"))
			.build();

	public NoVirtualRouterId() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (member.instance().virtualRouterId() == 0 && !member.instance().origins().isWritten("virtual_router_id") && !subject.hasOrMeans(member, "virtual_router_id")) {
			findings.report(member.origin(), member.instance().name() + " has no virtual_router_id, without which keepalived does not start; write one from 1 to 255")
					.on(member.node());
		}
	}
}
