package org.kaconf.lint.rules.instance;

import org.kaconf.lang.kaconf.Statement;
import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2007. */
public final class NoPassword extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2007", "no-password", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports authentication without an auth_pass.")
			.why("keepalived ignores the block and does not authenticate; a peer that does drops its adverts.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[authentication]] {
					        auth_type PASS
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
					    authentication {
					        auth_type PASS
					        auth_pass s3cret
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Write auth_pass, or remove the block.")
			.keepalived(Verdict.complains("Authentication specified but no password given"))
			.build();

	private static final String BLOCK = "vrrp_instance/authentication";

	public NoPassword() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		List<Site> sites = subject.in(member);
		for (Site site : sites) {
			if (site.is("vrrp_instance", "authentication") && site.statement().getBlock() != null) {
				if (hasType(site, sites) && sites.stream().noneMatch(other -> other.parent() == site && other.is(BLOCK, "auth_pass"))) {
					findings.report(site.keywordOrigin(), "authentication without auth_pass is ignored; write auth_pass or remove the block").on(member.node());
				}
			}
		}
	}

	/** Whether there is a type that keepalived knows, without which it does not look for a password. */
	private static boolean hasType(Site authentication, List<Site> sites) {
		return sites.stream().anyMatch(other -> other.parent() == authentication && other.is(BLOCK, "auth_type")
				&& other.valueProblems().stream().noneMatch(problem -> problem.wordIndex() == 0));
	}
}
