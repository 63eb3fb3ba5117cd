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

/** KA2025. */
public final class RuleWithoutPreference extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2025", "rule-without-preference", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports a routing rule without preference.")
			.why("keepalived chooses a number, and the order among the rules of the host is then a matter of luck.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_rules {
					        [[from 192.0.2.0/24 table 100]]
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_rules {
					        from 192.0.2.0/24 table 100 preference 1000
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write preference NUMBER.")
			.keepalived(Verdict.complains("no preference specified"))
			.build();
	private static final Set<String> BLOCKS = Set.of("virtual_rules", "static_rules");
	private static final Set<String> NAMES = Set.of("preference", "priority", "order");

	public RuleWithoutPreference() {
		super(INFO);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (BLOCKS.contains(site.context().id()) && site.words().stream().noneMatch(NAMES::contains)) {
			report(findings, site, site.wordsOrigin(0), "the rule has no preference, so keepalived chooses one; write preference NUMBER");
		}
	}
}
