package org.kaconf.lint.rules.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Origin;
import org.kaconf.model.VirtualAddress;

/** KA3020. */
public final class AddressOfTwoRouters extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA3020", "address-of-two-routers", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports a virtual address that belongs to two different instances.")
			.why("Each instance has its own election, so two nodes may hold the address at once; and when one instance goes to backup it removes"
					+ " the address under the other.")
			.bad("""
					vrrp_instance WEB {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					vrrp_instance MAIL {
					    interface eth0
					    virtual_router_id 52
					    virtual_ipaddress {
					        [[192.0.2.10/24]]
					    }
					}
					""")
			.good("""
					vrrp_instance WEB {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					vrrp_instance MAIL {
					    interface eth0
					    virtual_router_id 52
					    virtual_ipaddress {
					        192.0.2.20/24
					    }
					}
					""")
			.fix("Leave each address to one instance.")
			.keepalived(Verdict.SILENT)
			.build();

	/** Which router has an address, and where that is written. */
	private record Holder(RouterGroup router, Member member, Origin origin) {
	}

	public AddressOfTwoRouters() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		Map<IpAddress, Holder> holders = new LinkedHashMap<>();
		for (RouterGroup router : subject.routers().groups()) {
			for (Member member : router.members()) {
				Stream.concat(member.instance().virtualAddresses().stream(), member.instance().excludedAddresses().stream())
						.forEach(address -> check(router, member, address, holders, findings));
			}
		}
	}

	private static void check(RouterGroup router, Member member, VirtualAddress address, Map<IpAddress, Holder> holders, Findings findings) {
		Holder holder = holders.putIfAbsent(address.address(), new Holder(router, member, address.origins().element()));
		if (holder != null && !holder.router().equals(router)) {
			findings.report(address.origins().element(), address.address() + " is an address of " + member.instance().name() + " and of "
					+ holder.member().instance().name() + "; leave it to one of them").on(member.node())
					.related(holder.origin(), "in " + holder.member().instance().name());
		}
	}
}
