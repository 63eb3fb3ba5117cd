package org.kaconf.lint.rules.keyword;

import java.util.ArrayList;
import java.util.List;

import org.kaconf.lang.catalog.Keyword;
import org.kaconf.lang.catalog.Suggestion;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Continuations;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Variables;
import org.kaconf.lint.rule.Verdict;

/** KA1101. */
public final class UnknownKeyword extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1101", "unknown-keyword", RuleGroup.KEYWORD, Severity.ERROR)
			.what("Reports a keyword that no version of keepalived knows, with the one that was probably meant.")
			.why("keepalived ignores the line. An unknown block is worse: its lines are read as lines of the enclosing block, and its closing"
					+ " brace closes that.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[prioritiy]] 150
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
			.fix("Correct the spelling, or remove the line. Offered: the keyword spelt almost like it.", FixSafety.UNSAFE)
			.keepalived(Verdict.complains("Unknown keyword 'prioritiy'"))
			.build();

	private static final int SHORTEST_ABBREVIATION = 3;

	public UnknownKeyword() {
		super(INFO, SiteIndex::unknown);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (Unknown.isKnownSomewhere(site) || Continuations.endsKeyword(site) || Variables.find(site.statement().getKeyword()).isPresent()) {
			return;
		}
		String word = site.statement().getKeyword();
		List<Suggestion> suggestions = subject.analysis().catalog().suggest(word, site.context());
		List<String> here = new ArrayList<>(suggestions.stream().filter(Suggestion::here).map(suggestion -> suggestion.keyword().name()).toList());
		if (suggestions.isEmpty() && word.length() >= SHORTEST_ABBREVIATION) {
			site.context().keywords().stream().map(Keyword::name).filter(name -> name.startsWith(word)).findFirst().ifPresent(here::add);
		}
		String hint = !here.isEmpty() ? "did you mean " + here.getFirst() + "?" : suggestions.isEmpty() ? "remove the line" : suggestions.getFirst().message();
		Finding finding = report(findings, site, site.keywordOrigin(), "Unknown keyword '" + word + "'; " + hint);
		here.forEach(name -> finding.fix("Change to " + name, site.keywordOrigin(), name));
	}
}
