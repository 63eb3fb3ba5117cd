package org.kaconf.lint.rules.keyword;

import java.util.stream.Collectors;

import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1102. */
public final class MisplacedKeyword extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1102", "misplaced-keyword", RuleGroup.KEYWORD, Severity.ERROR)
			.what("Reports a keyword that belongs in another kind of block.")
			.why("Where it stands keepalived does not know it, and ignores the line.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[auth_type]] PASS
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    authentication {
					        auth_type PASS
					        auth_pass s3cret
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Move the line to where it belongs.")
			.keepalived(Verdict.complains("Unknown keyword 'auth_type'"))
			.build();

	public MisplacedKeyword() {
		super(INFO, SiteIndex::unknown);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (Unknown.isOfAnotherVersion(site) || !Unknown.isKnownSomewhere(site)) {
			return;
		}
		String word = site.statement().getKeyword();
		String places = Catalog.standard().contextsOf(word).stream().map(MisplacedKeyword::place).distinct().limit(3).collect(Collectors.joining(" or "));
		report(findings, site, site.keywordOrigin(), "'" + word + "' is not known " + place(site.context()) + "; it belongs " + places);
	}

	private static String place(BlockKind block) {
		return block.id().equals("root") ? "at the top level, outside all blocks" : "in " + block.id();
	}
}
