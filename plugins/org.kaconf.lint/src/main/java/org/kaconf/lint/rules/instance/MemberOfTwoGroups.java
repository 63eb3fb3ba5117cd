package org.kaconf.lint.rules.instance;

import java.util.HashMap;
import java.util.Map;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.NodeRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.model.Node;

/** KA2018. */
public final class MemberOfTwoGroups extends NodeRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2018", "member-of-two-groups", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports an instance that is a member of two sync groups.")
			.why("keepalived leaves it in the first one and ignores the second.")
			.bad("""
					vrrp_sync_group G1 {
					    group {
					        VI_1
					        VI_2
					    }
					}

					[[vrrp_sync_group G2]] {
					    group {
					        VI_2
					        VI_3
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

					vrrp_instance VI_3 {
					    interface eth1
					    virtual_router_id 53
					    virtual_ipaddress {
					        198.51.100.11/24
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
			.fix("Make one group of both, or remove the instance from one.")
			.build();

	public MemberOfTwoGroups() {
		super(INFO);
	}

	@Override
	protected void check(Node node, Subject subject, Findings findings) {
		Map<String, Site> groups = new HashMap<>();
		for (Site group : SyncGroups.of(node, subject)) {
			for (String member : SyncGroups.members(group, subject)) {
				Site first = groups.putIfAbsent(member, group);
				if (first != null && first != group) {
					findings.report(group.origin(), member + " is in another sync group already, and ignored here; make one group of both").on(node)
							.related(first.origin(), "the other group");
				}
			}
		}
	}
}
