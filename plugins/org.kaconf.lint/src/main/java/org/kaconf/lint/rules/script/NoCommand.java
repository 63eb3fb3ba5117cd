package org.kaconf.lint.rules.script;

import java.util.List;

import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.VrrpScript;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteIndex;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;

/** KA5001. */
public final class NoCommand extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA5001", "script-without-command", RuleGroup.SCRIPT, Severity.ERROR)
			.what("Reports a vrrp_script that has neither a script line nor a check block.")
			.why("keepalived removes it, and then every track_script line with its name.")
			.bad("""
					[[vrrp_script chk_nginx]] {
					    interval 2
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
					vrrp_script chk_nginx {
					    check process nginx
					    interval 2
					}

					global_defs {
					    enable_script_security
					    script_user root
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
			.fix("Write script \"/path/of/program\", or check with what to look at.")
			.build();

	public NoCommand() {
		super(INFO, SiteIndex::withBlock);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (!(site.statement() instanceof VrrpScript)) {
			return;
		}
		List<String> keywords = site.statement().getBlock().getStatements().stream().map(Statement::getKeyword).toList();
		if (!keywords.contains("script") && !keywords.contains("check")) {
			report(findings, site, site.origin(), "vrrp_script " + String.join(" ", site.words()) + " has nothing to run and is removed; write script or check");
		}
	}
}
