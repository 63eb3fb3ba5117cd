package org.kaconf.lint.rules.cluster;

import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.OwnAddresses.OwnAddress;
import org.kaconf.lint.rule.OwnAddresses;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.RouterRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.IpAddress;

/** KA3016. */
public final class UnicastPeerMissing extends RouterRule {
	private static final RuleInfo INFO = RuleInfo.of("KA3016", "unicast-peer-missing", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports a node whose unicast_peer list lacks another node of the virtual router.")
			.why("The node left out never hears this one and becomes master beside it.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    @lb1 [[unicast_peer]] {
					    @lb2 unicast_peer {
					        @lb1 192.0.2.20
					        @lb2 192.0.2.1
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
			.fix("List all other nodes on every node; ${_PEERS} does that.")
			.keepalived(Verdict.SILENT)
			.accompaniedBy("KA3017")
			.build();

	public UnicastPeerMissing() {
		super(INFO);
	}

	@Override
	protected void check(RouterGroup router, Subject subject, Findings findings) {
		if (router.members().stream().anyMatch(member -> !member.instance().isUnicast())) {
			return;
		}
		for (Member sender : router.members()) {
			for (Member receiver : router.members()) {
				if (sender != receiver) {
					check(sender, receiver, findings);
				}
			}
		}
	}

	private static void check(Member sender, Member receiver, Findings findings) {
		List<OwnAddress> addresses = addresses(receiver);
		boolean listed = sender.instance().unicastPeers().stream()
				.anyMatch(peer -> addresses.stream().anyMatch(own -> own.address().equals(peer.address())));
		if (addresses.isEmpty() || listed) {
			return;
		}
		OwnAddress expected = addresses.getFirst();
		findings.report(sender.origin("unicast_peer"), "The unicast peers of " + sender.node().name() + " lack " + receiver.node().name() + " ("
				+ expected.address() + "), which then hears nothing and becomes master too; add it").on(sender.node())
				.related(expected.origin(), "address of " + receiver.node().name());
	}

	/** What it sends from decides; without that any of its addresses will do. */
	private static List<OwnAddress> addresses(Member member) {
		IpAddress source = member.instance().sourceAddress();
		return OwnAddresses.of(member.node()).stream().filter(own -> own.address().family() == member.instance().family())
				.filter(own -> source == null || own.address().equals(source)).toList();
	}
}
