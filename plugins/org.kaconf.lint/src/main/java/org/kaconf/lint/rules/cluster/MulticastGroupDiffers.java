package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.AgreementRule;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.IpAddress;

/** KA3008. */
public final class MulticastGroupDiffers extends AgreementRule<IpAddress> {
	private static final RuleInfo INFO = RuleInfo.of("KA3008", "multicast-group-differs", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports instances of one virtual router that send to different multicast groups.")
			.why("No node hears the other, and each becomes master; keepalived logs nothing at all.")
			.bad(Example.TWO_NODES + """
					global_defs {
					    @lb2 vrrp_mcast_group4 224.0.0.19
					}

					@lb1 vrrp_instance VI_1 {
					@lb2 [[vrrp_instance VI_1]] {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					global_defs {
					    vrrp_mcast_group4 224.0.0.19
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Use one group on every node.")
			.keepalived(Verdict.SILENT)
			.build();

	public MulticastGroupDiffers() {
		super(INFO, "mcast_dst_ip", "vrrp_mcast_group4", "vrrp_mcast_group6");
	}

	@Override
	protected boolean concerns(RouterGroup router, Subject subject) {
		return Agreement.allMulticast(router) && router.members().stream().map(member -> member.instance().family()).distinct().count() == 1;
	}

	@Override
	protected IpAddress value(Member member) {
		return member.instance().multicastGroup();
	}

	@Override
	protected String describe(Member member) {
		return "sends to " + value(member);
	}

	@Override
	protected String message(Member member, Member reference) {
		return member.instance().name() + " on " + member.node().name() + " sends to " + value(member) + ", but " + reference.node().name()
				+ " to " + value(reference) + ": they do not hear each other and both become master; use one group";
	}
}
