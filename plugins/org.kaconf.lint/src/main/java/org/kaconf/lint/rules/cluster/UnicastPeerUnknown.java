package org.kaconf.lint.rules.cluster;

import java.util.List;

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
import org.kaconf.model.Node;
import org.kaconf.model.UnicastPeer;

/** KA3017. */
public final class UnicastPeerUnknown extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA3017", "unicast-peer-unknown", RuleGroup.CLUSTER, Severity.WARNING)
			.what("Reports a unicast peer that is no address of any node, where the cluster block gives the addresses of all nodes.")
			.why("It is a slip of the pen, or a machine this cluster should know as a node.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    unicast_peer {
					        ${_PEERS}
					        [[192.0.2.3]]
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
			.fix("Correct the address, or add the machine as a node of the cluster.")
			.keepalived(Verdict.SILENT)
			.build();

	public UnicastPeerUnknown() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		List<Node> nodes = subject.cluster().nodes();
		if (!subject.isCluster() || nodes.stream().anyMatch(node -> node.addresses().isEmpty())) {
			return;
		}
		for (UnicastPeer peer : member.instance().unicastPeers()) {
			if (nodes.stream().noneMatch(node -> OwnAddresses.has(node, peer.address()))) {
				findings.report(peer.origins().element(), "The unicast peer " + peer.address()
						+ " is no address of any node; correct it or add the node to the cluster").on(member.node());
			}
		}
	}
}
