package org.kaconf.lint.rules.instance;

import java.util.Set;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2026. */
public final class RouteWithoutInterface extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2026", "route-without-interface", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports a virtual route that names no interface and is not marked no_track.")
			.why("keepalived cannot follow whether such a route is still there, and complains.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_routes {
					        [[198.51.100.0/24 via 192.0.2.254]]
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
					    virtual_routes {
					        198.51.100.0/24 via 192.0.2.254 dev eth0
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write dev INTERFACE, or no_track.")
			.keepalived(Verdict.complains("cannot track route"))
			.build();
	/** With one of these keepalived has an interface, or none is needed. */
	private static final Set<String> SUFFICIENT = Set.of("dev", "oif", "no_track", "nexthop", "blackhole", "unreachable", "prohibit", "throw");

	public RouteWithoutInterface() {
		super(INFO);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (site.isIn("virtual_routes") && site.words().stream().noneMatch(SUFFICIENT::contains)) {
			report(findings, site, site.wordsOrigin(0), "the route names no interface and cannot be tracked; write dev INTERFACE, or no_track");
		}
	}
}
