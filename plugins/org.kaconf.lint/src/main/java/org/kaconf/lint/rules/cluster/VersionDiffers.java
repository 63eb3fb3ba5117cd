package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.AgreementRule;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.VrrpVersion;

/** KA3007. */
public final class VersionDiffers extends AgreementRule<VrrpVersion> {
	private static final RuleInfo INFO = RuleInfo.of("KA3007", "version-differs", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports instances of one virtual router that speak different versions of VRRP.")
			.why("Adverts of the other version are dropped (\"wrong version\"): every node becomes master.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 version 2
					    @lb2 version [[3]]
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    version 3
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Use one version on every node.")
			.keepalived(Verdict.SILENT)
			.build();

	public VersionDiffers() {
		super(INFO, "version", "vrrp_version", "vrrp_strict");
	}

	@Override
	protected VrrpVersion value(Member member) {
		return member.instance().version();
	}

	@Override
	protected String describe(Member member) {
		return "speaks version " + value(member).number();
	}

	@Override
	protected String message(Member member, Member reference) {
		return member.node().name() + " speaks VRRP version " + value(member).number() + ", but " + reference.node().name() + " version "
				+ value(reference).number() + ": each drops the other's adverts and both become master; use one version";
	}
}
