package org.kaconf.lint.rules.keyword;

import org.kaconf.lang.catalog.Entry;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.Option;
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
			.what("Reports a keyword, or an option of an entry, that has a newer name or a better replacement. Where there is no replacement it is"
					+ " only an information.")
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
		site.context().entry().ifPresent(entry -> checkOptions(site, entry, findings));
		Keyword keyword = site.keyword().orElse(null);
		if (keyword == null || !keyword.isDeprecated()) {
			return;
		}
		String reason = keyword.deprecated() == null ? "" : ": " + keyword.deprecated();
		String instead = keyword.replacedBy() == null ? "" : "; use " + keyword.replacedBy();
		Finding finding = report(findings, site, site.keywordOrigin(), "'" + keyword.name() + "' is deprecated" + reason + instead);
		if (keyword.replacedBy() == null) {
			finding.as(Severity.INFO);
		}
		if (keyword.replacedBy() != null && keyword.replacedBy().equals(keyword.aliasOf())) {
			finding.fix("Change to " + keyword.replacedBy(), site.keywordOrigin(), keyword.replacedBy());
		}
	}

	private static void checkOptions(Site site, Entry entry, Findings findings) {
		for (int i = 1; i < site.words().size(); i++) {
			Option option = entry.syntax().option(site.words().get(i)).orElse(null);
			if (option != null && option.replacedBy() != null) {
				report(findings, site, site.wordOrigin(i), "'" + option.word() + "' is deprecated; use " + option.replacedBy())
						.fix("Change to " + option.replacedBy(), site.wordOrigin(i), option.replacedBy());
			}
		}
	}
}
