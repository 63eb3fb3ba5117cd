package org.kaconf.lint.rules.keyword;

import java.util.List;
import java.util.Optional;

import org.kaconf.lang.BlockKinds;
import org.kaconf.lang.catalog.BlockKind;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.VrrpInstance;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1106. */
public final class MissingKeyword extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1106", "missing-keyword", RuleGroup.KEYWORD, Severity.ERROR)
			.what("Reports a block that lacks a statement without which it means nothing. Virtual router instances have rules of their own.")
			.why("keepalived drops the block.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					[[vrrp_sync_group G1]] {
					    notify_master "/usr/local/bin/tell-master"
					}

					global_defs {
					    enable_script_security
					    script_user root
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

					vrrp_instance VI_2 {
					    interface eth1
					    virtual_router_id 52
					    virtual_ipaddress {
					        198.51.100.10/24
					    }
					}

					vrrp_sync_group G1 {
					    group {
					        VI_1
					        VI_2
					    }
					}
					""")
			.fix("Write the statement, or remove the block.")
			.keepalived(Verdict.complains("has no virtual router(s). removing"))
			.build();

	public MissingKeyword() {
		super(INFO, SiteIndex::withBlock);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (site.statement() instanceof VrrpInstance) {
			return;
		}
		Optional<BlockKind> opened = BlockKinds.opened(site.statement(), subject.analysis().catalog());
		opened.ifPresent(block -> check(site, block, findings));
	}

	private static void check(Site site, BlockKind block, Findings findings) {
		List<String> present = site.statement().getBlock().getStatements().stream().map(Statement::getKeyword).toList();
		for (Keyword keyword : block.keywords()) {
			if (keyword.cardinality().isRequired() && keyword.aliasOf() == null
					&& block.keywords().stream().filter(other -> other == keyword || keyword.name().equals(other.aliasOf())).map(Keyword::name).noneMatch(present::contains)) {
				report(findings, site, site.origin(), site.statement().getKeyword() + " without '" + keyword.name()
						+ "' means nothing and is dropped; write " + keyword.signature());
			}
		}
	}
}
