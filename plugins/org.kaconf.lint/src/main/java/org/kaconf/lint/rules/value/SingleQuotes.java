package org.kaconf.lint.rules.value;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.Quotes;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Origin;

/** KA1210. */
public final class SingleQuotes extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1210", "single-quotes", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports a word that starts with a single quote, where keepalived only knows double ones. Commands know both.")
			.why("The quote is a part of the word: a name or password has it at both ends, a number is none any more, and text with blanks falls into several words.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    authentication {
					        auth_type PASS
					        auth_pass [['s3cret']]
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
					    authentication {
					        auth_type PASS
					        auth_pass "s3cret"
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write double quotes. Offered.", FixSafety.UNSAFE)
			.keepalived(Verdict.SILENT)
			.build();

	public SingleQuotes() {
		super(INFO, SiteIndex::withSign);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (!site.isEntry() && site.keyword().isEmpty()) {
			return;
		}
		for (int first = 0; first < site.words().size(); first++) {
			if (Quotes.startsAt(site, first)) {
				int last = Quotes.end(site, first);
				Origin place = site.wordsOrigin(first, last);
				String text = String.join(" ", site.words().subList(first, last + 1));
				String plain = text.length() > 1 && text.endsWith("'") ? text.substring(1, text.length() - 1) : text.substring(1);
				report(findings, site, place, "keepalived takes single quotes for a part of the word; write \"" + plain + "\"").fix("Use double quotes", place, '"' + plain + '"');
				return;
			}
		}
	}
}
