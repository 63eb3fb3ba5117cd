package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.AgreementRule;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Verdict;

/** KA3015. */
public final class UnicastOneSided extends AgreementRule<Boolean> {
	private static final RuleInfo INFO = RuleInfo.of("KA3015", "unicast-one-sided", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports a virtual router on which some nodes send to unicast peers and others to the multicast group.")
			.why("A node only listens the way it sends: they do not hear each other and both become master.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    @lb2 [[unicast_peer]] {
					        @lb2 192.0.2.1
					    @lb2 }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    unicast_peer {
					        ${_PEERS}
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write unicast_peer on every node or on none.")
			.keepalived(Verdict.SILENT)
			.build();

	public UnicastOneSided() {
		super(INFO, "unicast_peer", "unicast_src_ip");
	}

	@Override
	protected Boolean value(Member member) {
		return member.instance().isUnicast();
	}

	@Override
	protected String describe(Member member) {
		return value(member) ? "sends to unicast peers" : "sends to the multicast group";
	}

	@Override
	protected String message(Member member, Member reference) {
		return member.node().name() + " " + describe(member) + ", but " + reference.node().name() + " " + describe(reference)
				+ ": they do not hear each other and both become master; write unicast_peer on every node or on none";
	}
}
