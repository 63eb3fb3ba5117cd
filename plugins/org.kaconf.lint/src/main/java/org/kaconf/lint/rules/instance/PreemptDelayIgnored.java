package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;

/** KA2019. */
public final class PreemptDelayIgnored extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2019", "preempt-delay-ignored", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports preempt_delay together with state MASTER, nopreempt or strict mode.")
			.why("keepalived drops the delay: a node that starts as MASTER does not wait, one with nopreempt never preempts.")
			.bad("""
					vrrp_instance VI_1 {
					    state MASTER
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    preempt_delay [[60]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    state BACKUP
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    preempt_delay 60
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Start in state BACKUP, or remove the delay.")
			.keepalived(Verdict.complains("preempt delay will not work"))
			.build();

	public PreemptDelayIgnored() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (!subject.has(member, "preempt_delay")) {
			return;
		}
		Instance instance = member.instance();
		String against = instance.strict() ? "in strict mode" : instance.initialState() == InitialState.MASTER ? "with state MASTER"
				: subject.has(member, "nopreempt") ? "with nopreempt" : null;
		if (against != null) {
			findings.report(subject.first(member, "preempt_delay").wordOrigin(0), "preempt_delay has no effect " + against + "; remove one of them").on(member.node());
		}
	}
}
