package org.kaconf.lint.rules.keyword;

import java.util.Set;

import org.kaconf.lang.BlockKinds;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.kaconf.Block;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1109. */
public final class EmptyBlock extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1109", "empty-block", RuleGroup.KEYWORD, Severity.WARNING)
			.what("Reports a list without a single entry, such as notification_email { }.")
			.why("It has no effect, and what it was meant for does not happen.")
			.bad("""
					global_defs {
					    [[notification_email]] {
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
			.good("""
					global_defs {
					    notification_email {
					        admin@example.com
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
			.fix("Write an entry, or remove the block.")
			.keepalived(Verdict.complains("empty notification_email block"))
			.build();
	/** Lists of an instance that have rules of their own. */
	private static final Set<String> OTHERS = Set.of("virtual_ipaddress", "unicast_peer");

	public EmptyBlock() {
		super(INFO, SiteIndex::withBlock);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		Block block = site.statement().getBlock();
		if (block.getStatements().isEmpty() && site.keyword().isPresent() && !OTHERS.contains(site.statement().getKeyword())
				&& BlockKinds.opened(site.statement(), subject.analysis().catalog()).flatMap(BlockKind::entry).isPresent()) {
			report(findings, site, site.keywordOrigin(), site.statement().getKeyword() + " holds nothing and has no effect; write an entry or remove it");
		}
	}
}
