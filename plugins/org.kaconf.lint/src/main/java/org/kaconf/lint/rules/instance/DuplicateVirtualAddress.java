package org.kaconf.lint.rules.instance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;

/** KA2011. */
public final class DuplicateVirtualAddress extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2011", "duplicate-virtual-address", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports an address that is twice among the virtual addresses of an instance.")
			.why("The second one has no effect, and most often another address was meant; newer versions of keepalived report it.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					        [[192.0.2.10/24]]
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					        192.0.2.11/24
					    }
					}
					""")
			.fix("Remove or correct it.")
			.keepalived(Verdict.SILENT)
			.build();

	public DuplicateVirtualAddress() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		Map<IpAddress, Site> seen = new HashMap<>();
		for (Site site : subject.in(member)) {
			if (!site.isIn("virtual_ipaddress")) {
				continue;
			}
			Optional<IpAddress> address = IpPrefix.parse(site.words().getFirst()).map(IpPrefix::address);
			Site first = address.map(own -> seen.putIfAbsent(own, site)).orElse(null);
			if (first != null) {
				findings.report(site.wordOrigin(0), address.get() + " is among the virtual addresses already; remove or correct it").on(member.node())
						.related(first.wordOrigin(0), "the first one");
			}
		}
	}
}
