package org.kaconf.lint.rules.value;

import org.kaconf.lang.catalog.ValueProblem;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.ValueRule;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Origin;

/** KA1207. */
public final class SecondStatement extends ValueRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1207", "second-statement", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports a second statement on one line, mostly in a block that is written on one line.")
			.why("keepalived reads one statement a line and ignores the rest in silence: the password, the address or the option is not there.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority 150 [[nopreempt]]
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
					    nopreempt
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Give each statement a line. Offered.", FixSafety.UNSAFE)
			.keepalived(Verdict.SILENT)
			.build();

	public SecondStatement() {
		super(INFO, ValueProblem.Kind.EXTRA, ValueProblem.Kind.UNKNOWN_OPTION);
	}

	/** Whether a word that is too much begins another statement, or entry, of the block. */
	static boolean startsAt(Site site, int word) {
		if (word >= site.words().size() || site.isQuoted(word)) {
			return false;
		}
		String text = site.words().get(word);
		return site.isEntry() ? IpPrefix.parse(text).isPresent() : site.context().keyword(text).isPresent();
	}

	@Override
	protected boolean concerns(Site site, ValueProblem problem) {
		return startsAt(site, problem.wordIndex());
	}

	@Override
	protected Origin place(Site site, ValueProblem problem) {
		return site.wordsOrigin(problem.wordIndex());
	}

	@Override
	protected String message(Site site, ValueProblem problem) {
		return "'" + site.words().get(problem.wordIndex()) + "' is a second " + (site.isEntry() ? "entry" : "statement")
				+ " on the line and is not read; give it a line of its own";
	}

	@Override
	protected void refine(Finding finding, Site site, ValueProblem problem) {
		Origin word = site.wordOrigin(problem.wordIndex());
		Origin start = new Origin(word.file(), word.line(), word.column(), word.line(), word.column());
		finding.fix("Move it to a line of its own", start, "\n" + " ".repeat(Math.max(0, site.keywordOrigin().column() - 1)));
	}
}
