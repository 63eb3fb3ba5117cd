package org.kaconf.lint.rules.instance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.NodeRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.UnicastPeer;

/** KA2004. */
public final class DuplicateVrid extends NodeRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2004", "duplicate-vrid", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports two instances of one node with the same VRID, interface and address family.")
			.why("Their adverts cannot be told apart; keepalived does not start.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					vrrp_instance VI_2 {
					    interface eth0
					    virtual_router_id [[51]]
					    virtual_ipaddress {
					        192.0.2.20/24
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

					vrrp_instance VI_2 {
					    interface eth0
					    virtual_router_id 52
					    virtual_ipaddress {
					        192.0.2.20/24
					    }
					}
					""")
			.fix("Give each instance of an interface a VRID of its own.")
			.keepalived(Verdict.refuses("both use VRID 51"))
			.build();

	/** What adverts are told apart by. */
	private record Key(int virtualRouterId, Family family, String interfaceName, IpAddress group, List<IpAddress> peers) {
		static Key of(Instance instance) {
			return new Key(instance.virtualRouterId(), instance.family(), instance.interfaceName(), instance.isUnicast() ? null : instance.multicastGroup(),
					instance.unicastPeers().stream().map(UnicastPeer::address).sorted().toList());
		}
	}

	public DuplicateVrid() {
		super(INFO);
	}

	@Override
	protected void check(Node node, Subject subject, Findings findings) {
		Map<Key, Instance> seen = new HashMap<>();
		for (Instance instance : node.instances()) {
			if (instance.virtualRouterId() == 0) {
				continue;
			}
			Instance first = seen.putIfAbsent(Key.of(instance), instance);
			if (first != null) {
				findings.report(instance.origins().of("virtual_router_id"), "VRID " + instance.virtualRouterId() + " on " + instance.interfaceName() + " is used by "
						+ first.name() + " already; give " + instance.name() + " its own").on(node)
						.related(first.origins().of("virtual_router_id"), first.name() + " uses it");
			}
		}
	}
}
