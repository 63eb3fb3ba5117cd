package org.kaconf.lint.rules.instance;

import java.util.Optional;
import java.util.Set;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/** KA2023. */
public final class OtherFamily extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2023", "other-family", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports a source address, a multicast group or a unicast peer of another address family than the instance, which is that of its first address.")
			.why("keepalived skips it: adverts come from another address or go to another group, or the peer hears nothing.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    mcast_src_ip [[2001:db8::1]]
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    mcast_src_ip 192.0.2.1
					}
					""")
			.fix("Write an address of the instance's family.")
			.keepalived(Verdict.complains("MUST be of the same family"))
			.build();
	private static final Set<String> ADDRESSES = Set.of("mcast_src_ip", "mcast_dst_ip", "unicast_src_ip");

	public OtherFamily() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		Family family = member.instance().family();
		for (Site site : subject.in(member)) {
			boolean ownAddress = site.isIn("vrrp_instance") && ADDRESSES.contains(site.statement().getKeyword()) && !site.words().isEmpty();
			if (ownAddress || site.isIn("unicast_peer")) {
				Optional<Family> own = IpAddress.parse(site.words().getFirst()).map(IpAddress::family);
				if (own.isPresent() && own.get() != family) {
					findings.report(site.wordOrigin(0), site.words().getFirst() + " is no " + (family == Family.IPV4 ? "IPv4" : "IPv6") + " address, as "
							+ member.instance().name() + " needs, and is skipped; write one").on(member.node());
				}
			}
		}
	}
}
