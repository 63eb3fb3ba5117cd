package org.kaconf.lint.rules.instance;

import java.util.HashSet;
import java.util.Set;

import org.kaconf.lang.kaconf.VrrpInstance;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2030. */
public final class DefaultsBehindInstances extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA2030", "defaults-behind-instances", RuleGroup.INSTANCE, Severity.INFO)
			.what("Reports a default in global_defs that stands behind an instance, of those that keepalived hands to an instance when it begins: gratuitous ARP, vrrp_down_timer_adverts and vrrp_skip_check_adv_addr.")
			.why("When keepalived starts it reads all global_defs first, and the default holds for all instances. When it reloads it reads the file from top to bottom, and the instances in front of it lose the default.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					global_defs {
					    [[vrrp_down_timer_adverts]] 5
					}
					""")
			.good("""
					global_defs {
					    vrrp_down_timer_adverts 5
					}

					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Move global_defs to the top of the file.")
			.keepalived(Verdict.SILENT)
			.build();
	/** Seen of keepalived 2.2.7 in what it dumps after its start and after a reload. */
	private static final Set<String> HANDED_OVER = Set.of("vrrp_garp_master_delay", "vrrp_garp_master_repeat", "vrrp_garp_master_refresh", "vrrp_garp_master_refresh_repeat", "vrrp_min_garp",
			"vrrp_down_timer_adverts", "vrrp_skip_check_adv_addr");

	public DefaultsBehindInstances() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		Set<String> nodes = new HashSet<>();
		for (Site site : subject.sites()) {
			if (site.statement() instanceof VrrpInstance) {
				nodes.add(site.node());
			} else if (site.isIn("global_defs") && HANDED_OVER.contains(site.statement().getKeyword()) && nodes.contains(site.node())) {
				findings.report(site.keywordOrigin(), site.statement().getKeyword() + " stands behind an instance that loses it when keepalived reloads; move global_defs to the top")
						.on(site.node());
			}
		}
	}
}
