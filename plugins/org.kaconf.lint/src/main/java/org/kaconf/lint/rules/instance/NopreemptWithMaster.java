package org.kaconf.lint.rules.instance;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;

/** KA2008. */
public final class NopreemptWithMaster extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2008", "nopreempt-with-master", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports nopreempt in an instance that starts in state MASTER.")
			.why("keepalived drops nopreempt then: the node takes the address back as soon as it returns.")
			.bad("""
					vrrp_instance VI_1 {
					    state MASTER
					    interface eth0
					    virtual_router_id 51
					    priority 150
					    [[nopreempt]]
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
					    nopreempt
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Start every node in state BACKUP; the priority decides who becomes master. Offered.", FixSafety.UNSAFE)
			.keepalived(Verdict.complains("nopreempt will not work with initial state MASTER"))
			.build();

	public NopreemptWithMaster() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (!subject.has(member, "nopreempt")) {
			return;
		}
		Instance instance = member.instance();
		if (instance.initialState() == InitialState.MASTER && instance.origins().isWritten("state")) {
			findings.report(subject.first(member, "nopreempt").keywordOrigin(), "nopreempt does not work with state MASTER and is dropped; write state BACKUP").on(member.node())
					.related(member.origin("state"), "starts as MASTER").fix("Start as BACKUP", member.origin("state"), "BACKUP");
		}
	}
}
