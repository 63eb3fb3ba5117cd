package org.kaconf.lint.rules.instance;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2024. */
public final class TrackedTwice extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2024", "tracked-twice", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports a script or an interface that an instance tracks twice.")
			.why("keepalived ignores the second line, with the weight that may stand there.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					    track_interface {
					        eth1
					        [[eth1]] weight -10
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
					    track_interface {
					        eth1 weight -10
					    }
					}
					""")
			.fix("Keep the one that is meant.")
			.keepalived(Verdict.complains("duplicate track_interface eth1"))
			.build();
	private static final Set<String> LISTS = Set.of("track_script", "track_interface");

	/** What is tracked, by the list it is in. */
	private record Key(String list, String name) {
	}

	public TrackedTwice() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		Map<Key, Site> seen = new HashMap<>();
		for (Site site : subject.in(member)) {
			if (LISTS.contains(site.context().id())) {
				String name = site.words().getFirst();
				Site first = seen.putIfAbsent(new Key(site.context().id(), name), site);
				if (first != null) {
					findings.report(site.wordOrigin(0), name + " is tracked already, and this line is ignored; keep the one that is meant").on(member.node())
							.related(first.origin(), "the first one");
				}
			}
		}
	}
}
