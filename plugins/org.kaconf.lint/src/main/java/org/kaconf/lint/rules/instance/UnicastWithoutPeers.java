package org.kaconf.lint.rules.instance;

import java.util.List;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2013. */
public final class UnicastWithoutPeers extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2013", "unicast-without-peers", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports unicast_src_ip, unicast_peer and other unicast settings where no peer is listed.")
			.why("keepalived goes back to multicast: where that does not get through, every node becomes master.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    [[unicast_peer]] {
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
					    unicast_peer {
					        192.0.2.2
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("List the other nodes, with ${_PEERS} in a cluster, or remove it.")
			.keepalived(Verdict.complains("without any unicast peers"))
			.build();

	private static final List<String> KEYWORDS = List.of("unicast_peer", "unicast_src_ip", "unicast_ttl", "check_unicast_src", "old_unicast_checksum");

	public UnicastWithoutPeers() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		if (member.instance().isUnicast() || subject.hasEntries(member, "unicast_peer")) {
			return;
		}
		for (String keyword : KEYWORDS) {
			if (subject.has(member, keyword)) {
				findings.report(subject.first(member, keyword).keywordOrigin(), keyword + " without a unicast peer means multicast; list the other nodes or remove it")
						.on(member.node());
				return;
			}
		}
	}
}
