package org.kaconf.lint.rules.keyword;

import java.util.HashMap;
import java.util.Map;

import org.kaconf.lang.catalog.Cardinality;
import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1105. */
public final class RepeatedKeyword extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA1105", "repeated-keyword", RuleGroup.KEYWORD, Severity.WARNING)
			.what("Reports a keyword that stands more than once in a block although only one counts. An error where keepalived refuses the"
					+ " second one.")
			.why("Of some the first counts, of others the last; the other one has no effect, mostly without a message.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    [[priority]] 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Keep the one that is meant.")
			.keepalived(Verdict.SILENT)
			.build();

	/** One keyword of one block on one node. */
	private record Key(Site parent, String node, String keyword) {
	}

	public RepeatedKeyword() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		Map<Key, Site> seen = new HashMap<>();
		for (Site site : subject.sites()) {
			Keyword keyword = site.keyword().orElse(null);
			if (keyword == null || keyword.cardinality().adds() || keyword.block() != null && site.parent() == null) {
				continue;
			}
			String name = keyword.aliasOf() == null ? keyword.name() : keyword.aliasOf();
			Site first = seen.putIfAbsent(new Key(site.parent(), site.node(), name), site);
			if (first != null) {
				report(site, first, keyword, findings);
			}
		}
	}

	private static void report(Site site, Site first, Keyword keyword, Findings findings) {
		boolean lastWins = keyword.cardinality() == Cardinality.LAST_WINS;
		String effect = lastWins ? "the earlier one has no effect" : "this one has no effect";
		Finding finding = findings.report(site.keywordOrigin(), "'" + site.statement().getKeyword() + "' is here a second time, and " + effect
				+ "; keep the one that is meant").related(first.origin(), "the first one");
		if (site.node() != null) {
			finding.on(site.node());
		}
		if (keyword.cardinality() == Cardinality.FIRST_WINS) {
			finding.as(Severity.ERROR);
		}
	}
}
