package org.kaconf.lint.rules.keyword;

import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;

/** KA1104. */
public final class DeprecatedKeyword extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1104", "deprecated-keyword", RuleGroup.KEYWORD, Severity.WARNING)
			.what("Reports a keyword that has a newer name or a better replacement.")
			.why("It still works, but will not for ever, and keepalived grumbles about most of them.")
			.bad("""
					cluster web {
					    keepalived_version 2.3.4
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    nopreempt
					    [[thread_timer_expired]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					cluster web {
					    keepalived_version 2.3.4
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    nopreempt
					    timer_expired_backup
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Use what replaces it. Offered where that is just another word.", FixSafety.SAFE)
			.build();

	public DeprecatedKeyword() {
		super(INFO);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		Keyword keyword = site.keyword().orElse(null);
		if (keyword == null || !keyword.isDeprecated()) {
			return;
		}
		String reason = keyword.deprecated() == null ? "" : ": " + keyword.deprecated();
		String instead = keyword.replacedBy() == null ? "" : "; use " + keyword.replacedBy();
		Finding finding = report(findings, site, site.keywordOrigin(), "'" + keyword.name() + "' is deprecated" + reason + instead);
		if (keyword.replacedBy() != null && keyword.replacedBy().equals(keyword.aliasOf())) {
			finding.fix("Change to " + keyword.replacedBy(), site.keywordOrigin(), keyword.replacedBy());
		}
	}
}
