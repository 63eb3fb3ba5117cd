package org.kaconf.lint.rules.security;

import java.util.List;
import java.util.Set;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.NodeRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Node;

/** KA6003. */
public final class NoScriptUser extends NodeRule {
	private static final RuleInfo INFO = RuleInfo.of("KA6003", "no-script-user", RuleGroup.SECURITY, Severity.WARNING)
			.what("Reports scripts that run with enable_script_security where neither script_user nor the script itself says as which user.")
			.why("keepalived takes the user keepalived_script. Where there is none, as on a fresh Debian, it removes the script: nothing is"
					+ " checked, and nothing fails over.")
			.bad("""
					global_defs {
					    enable_script_security
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
			.fix("Write script_user in global_defs, with a user that exists on every node.")
			.keepalived(Verdict.complains("Unable to set default user"))
			.build();
	private static final Set<String> COMMANDS = Set.of("script", "check");

	public NoScriptUser() {
		super(INFO);
	}

	@Override
	protected void check(Node node, Subject subject, Findings findings) {
		List<Site> sites = subject.sites().stream().filter(site -> node.name().equals(site.node())).toList();
		boolean secure = sites.stream().anyMatch(site -> site.is("global_defs", "enable_script_security"));
		if (!secure || sites.stream().anyMatch(site -> site.is("global_defs", "script_user"))) {
			return;
		}
		sites.stream().filter(site -> site.isIn("vrrp_script") && COMMANDS.contains(site.statement().getKeyword()))
				.filter(site -> sites.stream().noneMatch(other -> other.parent() == site.parent() && other.is("vrrp_script", "user"))).findFirst()
				.ifPresent(site -> findings.report(site.keywordOrigin(), "It is not said as which user this runs, and where there is no user keepalived_script"
						+ " it is removed; write script_user in global_defs").on(node));
	}
}
