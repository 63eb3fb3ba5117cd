package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.OwnAddresses.OwnAddress;
import org.kaconf.lint.rule.OwnAddresses;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;

/** KA3013. */
public final class VirtualAddressIsOwn extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA3013", "virtual-address-is-own", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports a virtual address that is also an address of one of the nodes, or one of their unicast peers. A node with priority 255"
					+ " owns its virtual address and is left alone.")
			.why("Two nodes answer for one address. When keepalived stops it also removes the address from the node that has it of its"
					+ " own; that node then goes to FAULT.")
			.bad("""
					cluster web {
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					    node lb2 {
					        address 192.0.2.2/24 dev eth0
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        [[192.0.2.2/24]]
					    }
					}
					""")
			.good(Example.TWO_NODES + """
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
			.fix("Take an address no machine has.")
			.keepalived(Verdict.SILENT)
			.build();

	public VirtualAddressIsOwn() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		for (Node node : subject.cluster().nodes()) {
			for (Instance instance : node.instances()) {
				Member member = new Member(node, instance);
				if (!member.isOwner()) {
					instance.virtualAddresses().forEach(address -> check(member, address, subject, findings));
					instance.excludedAddresses().forEach(address -> check(member, address, subject, findings));
				}
			}
		}
	}

	private static void check(Member member, VirtualAddress virtual, Subject subject, Findings findings) {
		for (Node node : subject.cluster().nodes()) {
			for (OwnAddress own : OwnAddresses.of(node)) {
				if (own.address().equals(virtual.address()) && !ownedBy(node, virtual.address())) {
					findings.report(virtual.origins().element(), virtual.address() + " is the virtual address of " + member.instance().name()
							+ " and " + node.name() + "'s own address; take one no machine has").on(member.node())
							.related(own.origin(), "own address of " + node.name());
					return;
				}
			}
		}
		for (UnicastPeer peer : member.instance().unicastPeers()) {
			if (peer.address().equals(virtual.address())) {
				findings.report(virtual.origins().element(), virtual.address() + " is the virtual address of " + member.instance().name()
						+ " and one of its unicast peers; take an address no machine has").on(member.node())
						.related(peer.origins().element(), "unicast peer");
				return;
			}
		}
	}

	private static boolean ownedBy(Node node, IpAddress address) {
		return node.instances().stream().filter(instance -> instance.priority() == Instance.OWNER)
				.anyMatch(instance -> instance.virtualAddresses().stream().anyMatch(virtual -> virtual.address().equals(address)));
	}
}
