package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.model.ReservedVrids;

/** KA3003. */
public final class VridReserved extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA3003", "vrid-reserved", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports a VRID that reserved_vrids of the cluster says belongs to others on the segment.")
			.why("Two virtual routers with one VRID on a segment share a virtual MAC and silence each other. The other one is out of sight"
					+ " of this configuration, so only the reservation can tell.")
			.bad("""
					cluster web {
					    reserved_vrids 1-9 "core routers"
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id [[7]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					cluster web {
					    reserved_vrids 1-9 "core routers"
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Choose another VRID, or correct the reservation.")
			.build();

	public VridReserved() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		int vrid = member.instance().virtualRouterId();
		for (ReservedVrids reserved : subject.cluster().reservedVrids()) {
			if (reserved.contains(vrid)) {
				String reason = reserved.reason() == null || reserved.reason().isBlank() ? "" : " for " + reserved.reason();
				findings.report(member.origin("virtual_router_id"), "VRID " + vrid + " is reserved" + reason + "; choose another one").on(member.node())
						.related(reserved.origins().element(), "reserved here");
				return;
			}
		}
	}
}
