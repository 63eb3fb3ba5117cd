package org.kaconf.lint.rules.instance;

import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2002. */
public final class NoInterface extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2002", "no-interface", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports an instance that has neither an interface nor unicast peers, or whose interface is the loopback one.")
			.why("keepalived does not know where to send adverts and does not start.")
			.bad("""
					[[vrrp_instance VI_1]] {
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write the interface.")
			.keepalived(Verdict.refuses("Unknown interface!"))
			.build();

	public NoInterface() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		subject.in(member).stream().filter(site -> site.is("vrrp_instance", "interface") && site.words().equals(List.of("lo"))).findFirst()
				.ifPresent(site -> findings.report(site.wordOrigin(0), "VRRP cannot run on the loopback interface, and this is ignored; write another one").on(member.node()));
		if (member.instance().interfaceName() == null && !member.instance().isUnicast() && !subject.hasOrMeans(member, "interface")) {
			findings.report(member.origin(), member.instance().name() + " has no interface to send on; write one").on(member.node());
		}
	}
}
