package org.kaconf.lint.rules.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.NodeRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Node;

/** KA6001. */
public final class NoScriptSecurity extends NodeRule {
	private static final RuleInfo INFO = RuleInfo.of("KA6001", "no-script-security", RuleGroup.SECURITY, Severity.WARNING)
			.what("Reports scripts that run although global_defs lacks enable_script_security.")
			.why("Whoever may write the script, or a folder above it, runs programs as root. With enable_script_security keepalived refuses scripts"
					+ " that others than root can change; without it keepalived -t ends with code 6.")
			.bad("""
					global_defs {
					    script_user root
					}

					vrrp_script chk_nginx {
					    [[script]] "/bin/true"
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
					    script "/bin/true"
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
			.fix("Write enable_script_security, and the script_user to run as, in global_defs. Offered where there is a global_defs block.", FixSafety.UNSAFE)
			.keepalived(Verdict.complains("SECURITY VIOLATION"))
			.build();
	private static final Set<String> SCRIPTS = Set.of("script", "check", "notify", "notify_master", "notify_backup", "notify_fault", "notify_stop");

	public NoScriptSecurity() {
		super(INFO);
	}

	@Override
	protected void check(Node node, Subject subject, Findings findings) {
		List<Site> sites = subject.sites().stream().filter(site -> node.name().equals(site.node())).toList();
		if (sites.stream().anyMatch(site -> site.is("global_defs", "enable_script_security"))) {
			return;
		}
		Optional<Site> script = sites.stream().filter(site -> site.keyword().isPresent() && SCRIPTS.contains(site.statement().getKeyword())).findFirst();
		script.ifPresent(site -> {
			Finding finding = findings.report(site.keywordOrigin(), "Scripts run without enable_script_security, so that whoever may change one becomes root;"
					+ " write it in global_defs").on(node);
			sites.stream().filter(global -> global.is("root", "global_defs") && global.statement().getBlock() != null).findFirst()
					.ifPresent(global -> finding.fix("Write enable_script_security", global.blockStart(), "\n    enable_script_security"));
		});
	}
}
