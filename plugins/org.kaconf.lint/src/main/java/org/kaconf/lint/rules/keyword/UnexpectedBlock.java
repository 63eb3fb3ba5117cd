package org.kaconf.lint.rules.keyword;

import org.kaconf.lang.BlockKinds;
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

/** KA1108. */
public final class UnexpectedBlock extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1108", "unexpected-block", RuleGroup.KEYWORD, Severity.ERROR)
			.what("Reports a block behind a keyword that has none, or in a list, such as a real_server in a virtual_server_group.")
			.why("keepalived ignores the brace and reads the lines as lines of the enclosing block, which the closing brace then closes.")
			.bad("""
					vrrp_instance VI_1 {
					    [[interface]] eth0 {
					    }
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
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
					}
					""")
			.fix("Remove the braces.")
			.keepalived(Verdict.complains("Unexpected '{'"))
			.build();

	public UnexpectedBlock() {
		super(INFO, SiteIndex::withBlock);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		Keyword keyword = site.keyword().orElse(null);
		if (site.isEntry()) {
			report(findings, site, site.wholeOrigin(), "a list has no blocks: the lines of '" + site.statement().getKeyword() + "' are taken for entries of " + site.parent().statement().getKeyword()
					+ ", and their first '}' for its end; remove the block, or correct the keyword of the list");
		} else if (keyword != null && BlockKinds.opened(site.statement(), subject.analysis().catalog()).isEmpty() && keyword.variants().isEmpty()) {
			report(findings, site, site.keywordOrigin(), "'" + site.statement().getKeyword() + "' takes no block; remove the braces");
		}
	}
}
