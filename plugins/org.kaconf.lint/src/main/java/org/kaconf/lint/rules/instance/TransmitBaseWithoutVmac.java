package org.kaconf.lint.rules.instance;

import java.util.Set;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2028. */
public final class TransmitBaseWithoutVmac extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2028", "xmit-base-without-vmac", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports vmac_xmit_base in an instance without use_vmac.")
			.why("It says how adverts of a virtual MAC leave; keepalived ignores it where there is none.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[vmac_xmit_base]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    use_vmac
					    vmac_xmit_base
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write use_vmac, or remove the line.")
			.keepalived(Verdict.complains("vmac_xmit_base is only valid with"))
			.build();
	private static final Set<String> INTERFACES = Set.of("use_vmac", "use_ipvlan");

	public TransmitBaseWithoutVmac() {
		super(INFO, index -> index.of("vrrp_instance", "vmac_xmit_base"));
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (site.parent().statement().getBlock().getStatements().stream().noneMatch(other -> INTERFACES.contains(other.getKeyword()))) {
			report(findings, site, site.origin(), "vmac_xmit_base has no effect without use_vmac; write that, or remove the line");
		}
	}
}
