package org.kaconf.lint.rules.script;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA5004. */
public final class RelativePath extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA5004", "script-with-relative-path", RuleGroup.SCRIPT, Severity.WARNING)
			.what("Reports a script whose program is not given by its absolute path. Where it is only a name, and keepalived finds it in its PATH, an"
					+ " information.")
			.why("A name is looked up in the PATH the daemon happens to have, a path with a slash from the folder it happens to start in; with"
					+ " script security another program of that name may be refused, or run.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script [["bin/check-nginx"]]
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
					    script "/usr/local/bin/check-nginx"
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
			.fix("Write the absolute path.")
			.keepalived(Verdict.SILENT)
			.build();

	public RelativePath() {
		super(INFO, index -> index.of("vrrp_script", "script"));
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (!site.words().isEmpty() && !site.words().getFirst().isBlank()) {
			String program = site.words().getFirst().strip().split("\\s+")[0].replaceAll("^['\"]+|['\"]+$", "");
			if (!program.startsWith("/") && !program.startsWith("$")) {
				Finding finding = report(findings, site, site.wordOrigin(0), "'" + program + "' is not an absolute path, and which program runs depends on the daemon's"
						+ " surroundings; write the whole path");
				if (program.indexOf('/') < 0) {
					finding.as(Severity.INFO);
				}
			}
		}
	}
}
