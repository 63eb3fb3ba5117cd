package org.kaconf.lint.rules.script;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;

/** KA5002. */
public final class CommandAndCheck extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA5002", "script-and-check", RuleGroup.SCRIPT, Severity.ERROR)
			.what("Reports a vrrp_script with both a script line and a check block, or with two check blocks.")
			.why("Only one of them can run.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script "/usr/local/bin/check-nginx"
					    [[check]] process nginx
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.good("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    check process nginx
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_script {
					        chk_nginx
					    }
					}
					""")
			.fix("Keep one, or make two scripts of them.")
			.build();

	public CommandAndCheck() {
		super(INFO, index -> index.of("vrrp_script", "check"));
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		subject.index().of("vrrp_script", "script").stream().filter(other -> other.parent() == site.parent()).findFirst()
				.ifPresent(other -> report(findings, site, site.keywordOrigin(), "The script has something else to run already; keep one of the two")
						.related(other.origin(), "the other one"));
	}
}
