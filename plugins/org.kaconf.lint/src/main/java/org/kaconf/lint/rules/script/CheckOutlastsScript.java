package org.kaconf.lint.rules.script;

import java.math.BigDecimal;
import java.time.Duration;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.NodeRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.Node;
import org.kaconf.model.Script;

/** KA5005. */
public final class CheckOutlastsScript extends NodeRule {
	private static final RuleInfo INFO = RuleInfo.of("KA5005", "check-outlasts-script", RuleGroup.SCRIPT, Severity.WARNING)
			.what("Reports a check that may take longer than the timeout of its script, which is the interval where no timeout is written.")
			.why("keepalived ends the script at the timeout and counts a failure: an attempt that would have succeeded does not count.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script chk_nginx {
					    check [[http http://192.0.2.1/]] {
					        timeout 3
					        attempts 2
					    }
					    interval 5
					    timeout 5
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
					    check http http://192.0.2.1/ {
					        timeout 3
					        attempts 2
					    }
					    interval 5
					    timeout 7
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
			.fix("Write a greater timeout, or let the check give up sooner.")
			.build();

	public CheckOutlastsScript() {
		super(INFO);
	}

	@Override
	protected void check(Node node, Subject subject, Findings findings) {
		for (Script script : node.scripts()) {
			Duration longest = script.check() == null ? Duration.ZERO : longest(script.check());
			if (script.origins().isWritten("timeout") && longest.compareTo(script.timeout()) > 0) {
				findings.report(script.origins().of("check"), "The check may take " + seconds(longest) + " s, but the script is ended after "
						+ seconds(script.timeout()) + " s; raise its timeout or let the check give up sooner").on(node)
						.related(script.origins().of("timeout"), "timeout of the script");
			}
		}
	}

	private static Duration longest(CheckSpec check) {
		return switch (check) {
			case CheckSpec.Http http -> http.timeout().multipliedBy(http.attempts());
			case CheckSpec.Tcp tcp -> tcp.timeout().multipliedBy(tcp.attempts());
			case CheckSpec.ShellCommand command -> command.timeout().multipliedBy(command.attempts());
			case CheckSpec.Process process -> process.restart() == null ? Duration.ZERO : process.settle();
			case CheckSpec.Systemd systemd -> Duration.ZERO;
			case CheckSpec.File file -> Duration.ZERO;
		};
	}

	private static String seconds(Duration duration) {
		return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
	}
}
