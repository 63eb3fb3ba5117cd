package org.kaconf.lint.rules.keyword;

import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1107. */
public final class MissingBlock extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1107", "missing-block", RuleGroup.KEYWORD, Severity.ERROR)
			.what("Reports a keyword that needs a block and has none.")
			.why("keepalived reads what follows as if it were the block, or nothing at all.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    [[track_interface]] eth1
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_interface {
					        eth1
					    }
					}
					""")
			.fix("Write the block: track_interface { ... }.")
			.keepalived(Verdict.complains("Block track_interface has extra parameters eth1"))
			.build();

	public MissingBlock() {
		super(INFO);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		Keyword keyword = site.keyword().orElse(null);
		if (keyword != null && keyword.block() != null && !keyword.blockOptional() && site.statement().getBlock() == null) {
			report(findings, site, site.keywordOrigin(), "'" + keyword.name() + "' needs a block; write " + keyword.signature());
		}
	}
}
