package org.kaconf.lint.rules.keyword;

import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1103. */
public final class KeywordOfAnotherVersion extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1103", "keyword-of-another-version", RuleGroup.KEYWORD, Severity.ERROR)
			.what("Reports a keyword that the keepalived version of the cluster does not know yet, or no longer.")
			.why("That version ignores the line.")
			.bad("""
					cluster web {
					    keepalived_version 2.2.7
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[timer_expired_backup]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					cluster web {
					    keepalived_version 2.2.7
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
			.fix("Remove the line, or set keepalived_version of the cluster to what runs on the nodes.")
			.keepalived(Verdict.complains("Unknown keyword 'timer_expired_backup'"))
			.build();

	public KeywordOfAnotherVersion() {
		super(INFO, SiteIndex::unknown);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (!Unknown.isOfAnotherVersion(site)) {
			return;
		}
		Keyword keyword = Catalog.standard().block(site.context().id()).keyword(site.statement().getKeyword()).orElseThrow();
		boolean tooNew = keyword.since() != null && !subject.version().isAtLeast(keyword.since());
		report(findings, site, site.keywordOrigin(), "'" + keyword.name() + "' is known " + (tooNew ? "since keepalived " + keyword.since()
				: "only before keepalived " + keyword.removed()) + ", but the nodes run " + subject.version() + "; remove it or set keepalived_version");
	}
}
