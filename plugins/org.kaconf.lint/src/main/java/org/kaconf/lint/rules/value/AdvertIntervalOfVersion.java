package org.kaconf.lint.rules.value;

import java.math.BigDecimal;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.VrrpVersion;

/** KA1209. */
public final class AdvertIntervalOfVersion extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA1209", "advert-interval-of-version", RuleGroup.VALUE, Severity.ERROR)
			.what("Reports an advert_int that the instance's version of VRRP cannot carry: version 2 has whole seconds, version 3 steps of 10 ms"
					+ " up to 40.95 s.")
			.why("keepalived rounds it or uses the greatest it can; a peer that is not keepalived may do otherwise, and in version 2 different"
					+ " intervals make two masters.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    advert_int [[0.5]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    version 3
					    advert_int 0.5
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write whole seconds, or use version 3 on all nodes.")
			.keepalived(Verdict.complains("must be an integer"))
			.build();
	private static final BigDecimal LONGEST_V3 = new BigDecimal("40.95");
	private static final BigDecimal STEP_V3 = new BigDecimal("0.01");

	public AdvertIntervalOfVersion() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		for (Site site : subject.in(member)) {
			if (site.is("vrrp_instance", "advert_int") && !site.words().isEmpty() && site.valueProblems().isEmpty()) {
				String problem = problem(member.instance().version(), new BigDecimal(site.words().getFirst()));
				if (problem != null) {
					findings.report(site.wordOrigin(0), problem).on(member.node());
				}
			}
		}
	}

	/** @return {@code null} for none */
	private static String problem(VrrpVersion version, BigDecimal seconds) {
		if (version == VrrpVersion.V2) {
			return seconds.stripTrailingZeros().scale() > 0
					? "Version 2 has whole seconds: keepalived rounds " + seconds + "; write a whole number or use version 3" : null;
		}
		if (seconds.compareTo(LONGEST_V3) > 0) {
			return "Version 3 has at most 40.95 s, which is what keepalived takes for " + seconds + "; write at most 40.95";
		}
		return seconds.remainder(STEP_V3).signum() != 0 ? "Version 3 has steps of 0.01 s: keepalived rounds " + seconds + "; write two decimals" : null;
	}
}
