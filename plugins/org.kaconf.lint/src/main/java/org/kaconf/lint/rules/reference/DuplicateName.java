package org.kaconf.lint.rules.reference;

import java.util.HashMap;
import java.util.Map;

import org.kaconf.lang.catalog.NameKind;
import org.kaconf.lang.kaconf.NamedStatement;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA1303. */
public final class DuplicateName extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA1303", "duplicate-name", RuleGroup.REFERENCE, Severity.ERROR)
			.what("Reports a second block of one kind with the same name. Virtual server groups may have several blocks.")
			.why("keepalived skips the second block with all that is in it.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}

					vrrp_instance [[VI_1]] {
					    interface eth1
					    virtual_router_id 52
					    virtual_ipaddress {
					        198.51.100.10/24
					    }
					}
					""")
			.good("""
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
			.fix("Give each a name of its own.")
			.keepalived(Verdict.complains("already defined"))
			.build();

	/** One name of one kind on one node. */
	private record Key(String node, String keyword, String name) {
	}

	public DuplicateName() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		Map<Key, Site> seen = new HashMap<>();
		for (Site site : subject.sites()) {
			boolean defines = site.node() != null && site.keyword().isPresent() && site.parent() == null && site.statement() instanceof NamedStatement
					&& site.keyword().get().arguments().stream().anyMatch(argument -> argument.type().defines().filter(kind -> kind != NameKind.VIRTUAL_SERVER_GROUP).isPresent());
			if (!defines || site.words().isEmpty()) {
				continue;
			}
			String name = site.words().getFirst();
			Site first = seen.putIfAbsent(new Key(site.node(), site.statement().getKeyword(), name), site);
			if (first != null) {
				findings.report(site.wordOrigin(0), site.statement().getKeyword() + " " + name + " is there already, and this one is skipped; give it a name of its own")
						.on(site.node()).related(first.wordOrigin(0), "the first one");
			}
		}
	}
}
