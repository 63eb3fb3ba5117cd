package org.kaconf.lint.rules.cluster;

import java.math.BigDecimal;
import java.time.Duration;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.AgreementRule;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.VrrpVersion;

/** KA3006. */
public final class AdvertIntervalDiffers extends AgreementRule<Duration> {
	private static final RuleInfo INFO = RuleInfo.of("KA3006", "advert-interval-differs", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports instances of one virtual router with different advert_int. An error in version 2; in version 3, where a backup learns"
					+ " the interval from the master, only an information.")
			.why("In version 2 adverts with another interval are dropped (\"advertisement interval mismatch\") and every node becomes"
					+ " master. In version 3 the time a failure takes to be noticed depends on who happens to be master.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    @lb1 advert_int 1
					    @lb2 advert_int [[2]]
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.good(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    advert_int 1
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write the same advert_int on every node. Offered: the interval most nodes use.", FixSafety.UNSAFE)
			.keepalived(Verdict.SILENT)
			.build();

	public AdvertIntervalDiffers() {
		super(INFO, "advert_int");
	}

	@Override
	protected boolean concerns(RouterGroup router, Subject subject) {
		return Agreement.sameVersion(router);
	}

	@Override
	protected Duration value(Member member) {
		return member.instance().advertInterval();
	}

	@Override
	protected String describe(Member member) {
		return "sends every " + seconds(member) + " s";
	}

	@Override
	protected String message(Member member, Member reference) {
		String effect = member.instance().version() == VrrpVersion.V2 ? "each drops the other's adverts and both become master"
				: "how soon a failure is noticed depends on which node is master";
		return "advert_int is " + seconds(member) + " on " + member.node().name() + ", but " + seconds(reference) + " on "
				+ reference.node().name() + ": " + effect + "; write the same interval";
	}

	@Override
	protected void refine(Finding finding, Member member, Member reference, Subject subject) {
		if (member.instance().version() == VrrpVersion.V3) {
			finding.as(Severity.INFO);
		}
		if (member.instance().origins().isWritten("advert_int")) {
			finding.fix("Use advert_int " + seconds(reference), member.origin("advert_int"), seconds(reference));
		}
	}

	private static String seconds(Member member) {
		return BigDecimal.valueOf(member.instance().advertInterval().toMillis(), 3).stripTrailingZeros().toPlainString();
	}
}
