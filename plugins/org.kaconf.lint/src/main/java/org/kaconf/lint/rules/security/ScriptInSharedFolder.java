package org.kaconf.lint.rules.security;

import java.util.regex.Pattern;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;

/** KA6002. */
public final class ScriptInSharedFolder extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA6002", "script-in-shared-folder", RuleGroup.SECURITY, Severity.WARNING)
			.what("Reports a script in a folder that every user may write to, such as /tmp.")
			.why("Any user of the machine can put another program in its place, which then runs as the script user, mostly root. With"
					+ " enable_script_security keepalived refuses to run it.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script [["/tmp/check-nginx"]]
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
			.fix("Keep it where only root may write, such as /usr/local/bin or /etc/keepalived.")
			.build();
	private static final Pattern SHARED = Pattern.compile("^['\"]?/(?:tmp|var/tmp|dev/shm)/");

	public ScriptInSharedFolder() {
		super(INFO);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		boolean script = site.keyword().isPresent() && site.keyword().get().syntax().rereadsLine();
		if (script && !site.words().isEmpty() && SHARED.matcher(site.words().getFirst().strip()).find()) {
			report(findings, site, site.wordOrigin(0), "Every user may replace a program in " + site.words().getFirst().strip().replaceAll("^['\"]?(/(?:tmp|var/tmp|dev/shm)).*", "$1")
					+ "; keep it where only root may write");
		}
	}
}
