package org.kaconf.lint.rules.cluster;

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

/** KA3001. */
public final class VridDiffers extends AgreementRule<Integer> {
	private static final RuleInfo INFO = RuleInfo.of("KA3001", "vrid-differs", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports instances of the same name, or with the same virtual address, that have different VRIDs on different nodes.")
			.why("A router only hears adverts with its own VRID. With different ones no node hears the other, each becomes master and"
					+ " answers for the same address; keepalived logs nothing at all.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    @lb1 virtual_router_id 51
					    @lb2 virtual_router_id [[52]]
					    @lb1 priority 101
					    @lb2 priority 100
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
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Give the instance the same virtual_router_id on every node. Offered: the VRID most nodes use.", FixSafety.UNSAFE)
			.keepalived(Verdict.SILENT)
			.build();

	public VridDiffers() {
		super(INFO, "virtual_router_id");
	}

	@Override
	protected boolean concerns(RouterGroup router, Subject subject) {
		return router.members().stream().allMatch(member -> value(member) > 0);
	}

	@Override
	protected Integer value(Member member) {
		return member.instance().virtualRouterId();
	}

	@Override
	protected String describe(Member member) {
		return "uses VRID " + value(member);
	}

	@Override
	protected String message(Member member, Member reference) {
		return "VRID " + value(member) + " on " + member.node().name() + ", but " + value(reference) + " on " + reference.node().name()
				+ ": they do not hear each other and both become master; use one VRID for " + reference.instance().name();
	}

	@Override
	protected void refine(Finding finding, Member member, Member reference, Subject subject) {
		finding.fix("Use VRID " + value(reference), member.origin("virtual_router_id"), value(reference).toString());
	}
}
