package org.kaconf.lint.rules.syntax;

import org.kaconf.lang.ProblemKind;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.ProblemRule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;

/** KA1014. */
public final class BadClusterBlock extends ProblemRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1014", "bad-cluster-block", RuleGroup.SYNTAX, Severity.ERROR)
			.what("Reports a cluster block that contradicts itself: a node that is there twice, or has no name.")
			.why("Which lines belong to which node cannot be told.")
			.bad("""
					cluster web {
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					    [[node lb1]] {
					        address 192.0.2.2/24 dev eth0
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
					cluster web {
					    node lb1 {
					        address 192.0.2.1/24 dev eth0
					    }
					    node lb2 {
					        address 192.0.2.2/24 dev eth0
					    }
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Give each node a name of its own.")
			.build();

	public BadClusterBlock() {
		super(INFO, ProblemKind.CLUSTER);
	}
}
