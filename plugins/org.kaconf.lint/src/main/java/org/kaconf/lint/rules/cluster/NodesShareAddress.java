package org.kaconf.lint.rules.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.OwnAddresses.OwnAddress;
import org.kaconf.lint.rule.OwnAddresses;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;

/** KA3021. */
public final class NodesShareAddress extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA3021", "nodes-share-address", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports an address that two node blocks claim as their own.")
			.why("Two machines with one address do not work, and every check that tells nodes apart by address goes wrong.")
			.bad("""
					cluster web {
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					    node lb2 {
					        [[address 192.0.2.1/24 dev eth0]]
					    }
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
			.fix("Give each node its own address.")
			.build();

	public NodesShareAddress() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		Map<IpAddress, Node> owners = new LinkedHashMap<>();
		Map<IpAddress, Origin> places = new LinkedHashMap<>();
		for (Node node : subject.cluster().nodes()) {
			for (OwnAddress own : OwnAddresses.declared(node)) {
				Node owner = owners.putIfAbsent(own.address(), node);
				Origin place = places.putIfAbsent(own.address(), own.origin());
				if (owner != null && owner != node) {
					findings.report(own.origin(), own.address() + " is the address of " + owner.name() + " already; give " + node.name() + " its own").on(node)
							.related(place, "address of " + owner.name());
				}
			}
		}
	}
}
