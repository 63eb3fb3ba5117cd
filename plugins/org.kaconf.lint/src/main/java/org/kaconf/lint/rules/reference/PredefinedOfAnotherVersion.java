package org.kaconf.lint.rules.reference;

import java.util.Optional;

import org.kaconf.lang.Predefined;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Variables;
import org.kaconf.lint.rule.Verdict;

/** KA1307. */
public final class PredefinedOfAnotherVersion extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1307", "predefined-of-another-version", RuleGroup.REFERENCE, Severity.ERROR)
			.before("2.4.0")
			.what("Reports ${_ENV NAME}, and ${_RANDOM FROM TO} with text behind it on its line, for a keepalived before 2.4.0.")
			.why("There is no ${_ENV NAME} before; it stays as it is, its braces open and close blocks. And text behind a ${_RANDOM} with numbers is"
					+ " mixed up with what is left of them, its closing brace among it.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        [[192.0.2.${_RANDOM 10 20}/24]]
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
			.fix("Write the value, or set the version of keepalived that is meant.")
			.keepalived(Verdict.complains("invalid number 'RANDOM'"))
			.build();

	public PredefinedOfAnotherVersion() {
		super(INFO, SiteIndex::withSign);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		for (int i = 0; i < site.words().size(); i++) {
			Optional<Variables.Use> use = Variables.find(site.words().get(i));
			Optional<Predefined> predefined = use.flatMap(Variables.Use::ofStart);
			if (predefined.isPresent() && (!predefined.get().knownIn(subject.version()) || use.get().hasParameters() && hasTextBehind(use.get(), site, i))) {
				report(findings, site, site.wordOrigin(i), "'" + use.get().text() + "' needs keepalived 2.4.0 or later here; before, its braces are taken for those of blocks");
			}
		}
	}

	private static boolean hasTextBehind(Variables.Use use, Site site, int word) {
		return word < site.words().size() - 1 || !site.words().get(word).endsWith(use.text()) || site.isQuoted(word) || site.statement().getBlock() != null;
	}
}
