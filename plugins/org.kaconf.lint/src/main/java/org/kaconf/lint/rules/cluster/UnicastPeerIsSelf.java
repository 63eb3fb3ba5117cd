package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.OwnAddresses;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.UnicastPeer;

/** KA3014. */
public final class UnicastPeerIsSelf extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA3014", "unicast-peer-is-self", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports a node whose unicast_peer list holds the node's own address.")
			.why("The usual slip when one node's list is copied to the other: adverts go to the sender, the real peer hears nothing and both"
					+ " become master.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    unicast_peer {
					        [[192.0.2.1]]
					        [[192.0.2.2]]
					    }
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
			.fix("List the other nodes only; ${_PEERS} does that on every node.")
			.keepalived(Verdict.SILENT)
			.build();

	public UnicastPeerIsSelf() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		for (UnicastPeer peer : member.instance().unicastPeers()) {
			OwnAddresses.of(member.node()).stream().filter(own -> own.address().equals(peer.address())).findFirst()
					.ifPresent(own -> findings.report(peer.origins().element(), peer.address() + " is " + member.node().name()
							+ "'s own address; list only the other nodes").on(member.node()).related(own.origin(), "own address of " + member.node().name()));
		}
	}
}
