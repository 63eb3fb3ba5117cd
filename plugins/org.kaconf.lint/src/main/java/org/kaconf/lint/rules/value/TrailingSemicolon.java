package org.kaconf.lint.rules.value;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Semicolons;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1208. */
public final class TrailingSemicolon extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1208", "trailing-semicolon", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports a semicolon at the end of a line, as nginx and others want it. A password may end with one.")
			.why("In keepalived it ends nothing: it is a part of the last word, which is then another name or no number any more.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    priority [[150;]]
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
			.fix("Remove it. Offered.", FixSafety.SAFE)
			.keepalived(Verdict.complains("150;"))
			.build();

	public TrailingSemicolon() {
		super(INFO, SiteIndex::withSign);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		int last = site.words().size() - 1;
		boolean password = site.is("vrrp_instance/authentication", "auth_pass");
		boolean known = site.isEntry() || site.keyword().isPresent() && !password;
		if (known && last >= 0 && Semicolons.endsWithOne(site, last)) {
			String word = site.words().get(last);
			report(findings, site, site.wordOrigin(last), "'" + word + "' ends with a semicolon, which keepalived takes for a part of the word; remove it")
					.fix("Remove the semicolon", site.wordOrigin(last), word.replaceFirst(";+$", ""));
		}
	}
}
