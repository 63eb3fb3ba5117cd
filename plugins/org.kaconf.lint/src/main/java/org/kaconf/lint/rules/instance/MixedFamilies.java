package org.kaconf.lint.rules.instance;

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
import org.kaconf.model.Family;
import org.kaconf.model.IpPrefix;

/** KA2010. */
public final class MixedFamilies extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2010", "mixed-families", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports a virtual address of another family than its instance, which is that of the first address in it: source address and unicast peers too.")
			.why("An advert carries one family: keepalived ignores the addresses of the other one.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					        [[2001:db8::10/64]]
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
					    virtual_ipaddress_excluded {
					        2001:db8::10/64
					    }
					}
					""")
			.fix("Write the others in virtual_ipaddress_excluded, or make a second instance and a sync group of both.")
			.keepalived(Verdict.complains("address family must match"))
			.build();

	public MixedFamilies() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		Family family = member.instance().family();
		for (Site site : subject.in(member)) {
			if (!site.isIn("virtual_ipaddress") || !site.parent().is("vrrp_instance", "virtual_ipaddress")) {
				continue;
			}
			Optional<Family> own = IpPrefix.parse(site.words().getFirst()).map(prefix -> prefix.address().family());
			if (own.isPresent() && own.get() != family) {
				findings.report(site.wordOrigin(0), site.words().getFirst() + " is of another family than the first address of " + member.instance().name()
						+ " and ignored; move it to virtual_ipaddress_excluded or another instance").on(member.node());
			}
		}
	}
}
