package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2012. */
public final class StrictWithUnicast extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2012", "strict-with-unicast", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports unicast peers in an instance in strict mode.")
			.why("The RFCs know only multicast: 2.4 does not start (\"Unicast peers are not supported in strict mode\"), while 2.2.7 accepts it.")
			.bad("""
					global_defs {
					    vrrp_strict
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[unicast_peer]] {
					        192.0.2.2
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    unicast_peer {
					        192.0.2.2
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Remove vrrp_strict, or the unicast peers.")
			.keepalived(Verdict.SILENT)
			.build();

	public StrictWithUnicast() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (member.instance().strict() && member.instance().isUnicast()) {
			findings.report(member.origin("unicast_peer"), "Strict mode knows no unicast peers, and newer keepalived does not start; remove vrrp_strict or the peers").on(member.node());
		}
	}
}
