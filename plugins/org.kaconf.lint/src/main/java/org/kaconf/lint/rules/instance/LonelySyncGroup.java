package org.kaconf.lint.rules.instance;

import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.NodeRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.Node;

/** KA2017. */
public final class LonelySyncGroup extends NodeRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2017", "lonely-sync-group", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports a sync group with a single member.")
			.why("There is nothing it could keep together; a member was forgotten.")
			.bad("""
					[[vrrp_sync_group G1]] {
					    group {
					        VI_1
					    }
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
					vrrp_sync_group G1 {
					    group {
					        VI_1
					        VI_2
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					vrrp_instance VI_2 {
					    interface eth1
					    virtual_router_id 52
					    virtual_ipaddress {
					        198.51.100.10/24
					    }
					}
					""")
			.fix("Add the other members, or remove the group.")
			.keepalived(Verdict.complains("probably isn't what you want"))
			.build();

	public LonelySyncGroup() {
		super(INFO);
	}

	@Override
	protected void check(Node node, Subject subject, Findings findings) {
		for (Site group : SyncGroups.of(node, subject)) {
			List<String> members = SyncGroups.members(group, subject);
			if (members.size() == 1) {
				findings.report(group.origin(), "The sync group " + String.join(" ", group.words()) + " has only the member " + members.getFirst()
						+ "; add the others or remove the group").on(node);
			}
		}
	}
}
