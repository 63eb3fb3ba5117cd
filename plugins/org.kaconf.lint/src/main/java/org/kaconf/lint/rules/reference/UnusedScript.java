package org.kaconf.lint.rules.reference;

import java.util.Set;
import java.util.stream.Collectors;

import org.kaconf.lang.Reference;
import org.kaconf.lang.catalog.NameKind;
import org.kaconf.lang.kaconf.VrrpScript;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.NodeRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.model.Node;

/** KA1304. */
public final class UnusedScript extends NodeRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1304", "unused-script", RuleGroup.REFERENCE, Severity.WARNING)
			.what("Reports a vrrp_script that no instance and no sync group tracks.")
			.why("It never runs: whatever it looks at may fail unnoticed. keepalived says so only in the log of a running daemon.")
			.bad("""
					global_defs {
					    enable_script_security
					    script_user root
					}

					vrrp_script [[chk_nginx]] {
					    script "/usr/local/bin/check-nginx"
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
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
			.fix("Track it in an instance, or remove it.")
			.build();

	public UnusedScript() {
		super(INFO);
	}

	@Override
	protected void check(Node node, Subject subject, Findings findings) {
		Set<String> used = subject.analysis().references().stream().filter(reference -> reference.kind().equals(NameKind.SCRIPT.id()))
				.map(Reference::name).collect(Collectors.toSet());
		for (Site site : subject.sites()) {
			if (node.name().equals(site.node()) && site.statement() instanceof VrrpScript script && script.getName() != null && !used.contains(script.getName())) {
				findings.report(site.wordOrigin(0), "Nothing tracks the script " + script.getName() + ", so it never runs; track it or remove it").on(node);
			}
		}
	}
}
