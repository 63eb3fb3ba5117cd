package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Instance;
import org.kaconf.model.VrrpVersion;

/** KA2003. */
public final class NoVirtualAddress extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2003", "no-virtual-address", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports an instance without a virtual address. An error in version 3.")
			.why("There is nothing that moves when a node fails. In version 3 keepalived does not start.")
			.bad("""
					[[vrrp_instance VI_1]] {
					    interface eth0
					    virtual_router_id 51
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
			.fix("Write virtual_ipaddress with at least one address.")
			.keepalived(Verdict.complains("No VIP specified"))
			.build();

	public NoVirtualAddress() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		Instance instance = member.instance();
		if (!instance.virtualAddresses().isEmpty() || subject.has(member, "no_virtual_ipaddress")
				|| !subject.has(member, "virtual_ipaddress") && subject.hasOrMeans(member, "virtual_ipaddress") || subject.hasEntries(member, "virtual_ipaddress")) {
			return;
		}
		Finding finding = findings.report(member.origin(), instance.name() + " has no virtual address, so nothing moves when a node fails; write virtual_ipaddress")
				.on(member.node());
		if (instance.version() == VrrpVersion.V3) {
			finding.as(Severity.ERROR);
		}
	}
}
