package org.kaconf.lint.rules.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.OwnAddresses.OwnAddress;
import org.kaconf.lint.rule.OwnAddresses;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;

/** KA3018. */
public final class SourceAddressNotOwn extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA3018", "source-address-not-own", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports mcast_src_ip or unicast_src_ip with an address that is not the node's own: it belongs to another node, or is not among"
					+ " the addresses the node block gives.")
			.why("A unicast socket cannot be bound to it and the instance goes to FAULT; with multicast the adverts claim to come from another"
					+ " node.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    mcast_src_ip [[192.0.2.1]]
					    virtual_router_id 51
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
					    mcast_src_ip ${_ADDRESS}
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Use ${_ADDRESS}, which is each node's own address.")
			.keepalived(Verdict.SILENT)
			.build();

	public SourceAddressNotOwn() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		IpAddress source = member.instance().sourceAddress();
		if (source == null) {
			return;
		}
		List<OwnAddress> declared = OwnAddresses.declared(member.node());
		if (declared.stream().anyMatch(own -> own.address().equals(source))) {
			return;
		}
		Optional<Member> copiedFrom = copiedFrom(member, subject);
		if (declared.isEmpty() && copiedFrom.isEmpty()) {
			return;
		}
		String whose = copiedFrom.map(other -> "it is that of " + other.node().name())
				.orElseGet(() -> "it has " + declared.stream().map(own -> own.address().toString()).collect(Collectors.joining(", ")));
		Finding finding = findings.report(member.origin("mcast_src_ip", "unicast_src_ip"), "The source address " + source + " is not "
				+ member.node().name() + "'s own, " + whose + "; use an address of " + member.node().name()).on(member.node());
		copiedFrom.ifPresent(other -> finding.related(other.origin("mcast_src_ip", "unicast_src_ip"), "the address of " + other.node().name()));
	}

	/** An earlier node's instance that sends from this address, or any node that says it has it. */
	private static Optional<Member> copiedFrom(Member member, Subject subject) {
		IpAddress source = member.instance().sourceAddress();
		boolean before = true;
		for (Node node : subject.cluster().nodes()) {
			if (node.name().equals(member.node().name())) {
				before = false;
				continue;
			}
			boolean says = OwnAddresses.declared(node).stream().anyMatch(own -> own.address().equals(source));
			for (Instance instance : node.instances()) {
				if (says || before && source.equals(instance.sourceAddress())) {
					return Optional.of(new Member(node, instance));
				}
			}
		}
		return Optional.empty();
	}
}
