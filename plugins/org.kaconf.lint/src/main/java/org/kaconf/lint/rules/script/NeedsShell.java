package org.kaconf.lint.rules.script;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA5003. */
public final class NeedsShell extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA5003", "script-needs-shell", RuleGroup.SCRIPT, Severity.ERROR)
			.what("Reports a script line with what only a shell understands: pipes, redirections, &&, $(...), wildcards.")
			.why("keepalived runs the program itself, without a shell: such signs reach it as arguments, and the check tells nothing.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    script [["/usr/bin/pgrep nginx | /usr/bin/wc -l"]]
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
					    script "/bin/sh -c 'pgrep nginx | wc -l'"
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
			.fix("Write a script file, or run /bin/sh -c '...', or let check command \"...\" generate one.")
			.keepalived(Verdict.SILENT)
			.build();
	private static final Set<String> SCRIPTS = Set.of("script", "notify", "notify_master", "notify_backup", "notify_fault", "notify_stop");
	private static final Pattern SHELL = Pattern.compile("(?:^|/)(?:sh|bash|dash|ash|ksh|zsh)$");
	private static final Pattern SIGNS = Pattern.compile("[|;<>`]|&&|\\$\\(|(?:^|\\s)&(?:\\s|$)");
	private static final Pattern QUOTED = Pattern.compile("'[^']*'|\\\\.");

	public NeedsShell() {
		super(INFO);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (!SCRIPTS.contains(site.statement().getKeyword()) || site.keyword().isEmpty() || site.words().isEmpty()) {
			return;
		}
		String command = String.join(" ", site.words());
		boolean shell = SHELL.matcher(command.strip().split("\\s+")[0]).find();
		Matcher signs = SIGNS.matcher(QUOTED.matcher(command).replaceAll("_"));
		if (!shell && signs.find()) {
			report(findings, site, site.wordsOrigin(0), "'" + signs.group().strip() + "' needs a shell, but keepalived runs the program without one; use /bin/sh -c '...' or a script file");
		}
	}
}
