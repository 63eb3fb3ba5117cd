package org.kaconf.lint.rules.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2021. */
public final class VirtualServerIncomplete extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2021", "virtual-server-incomplete", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports a virtual_server without protocol, lb_algo or lb_kind, or without a port and persistence_timeout. An error when it has no real server.")
			.why("keepalived takes UDP, wlc and NAT for them, and persistence for a server of all ports, which is seldom what is meant, and ignores a virtual server without real servers.")
			.bad("""
					[[virtual_server 192.0.2.10 53]] {
					    lb_algo wlc
					    protocol TCP
					    real_server 192.0.2.20 53 {
					        weight 100
					    }
					}
					""")
			.good("""
					virtual_server 192.0.2.10 53 {
					    lb_algo wlc
					    lb_kind NAT
					    protocol TCP
					    real_server 192.0.2.20 53 {
					        weight 100
					    }
					}
					""")
			.fix("Write what is missing.")
			.keepalived(Verdict.complains("no forwarding method set"))
			.build();
	/** A statement a virtual server should have, the spellings that count, and what holds without it. */
	private record Expected(List<String> keywords, String otherwise) {
	}

	private static final List<Expected> EXPECTED = List.of(new Expected(List.of("protocol"), "UDP"),
			new Expected(List.of("lb_algo", "lvs_sched"), "wlc"), new Expected(List.of("lb_kind", "lvs_method"), "NAT"));

	private static final Expected ALL_PORTS = new Expected(List.of("a port"), "persistence_timeout 360");

	public VirtualServerIncomplete() {
		super(INFO, index -> index.of("root", "virtual_server"));
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (site.statement().getBlock() == null) {
			return;
		}
		List<String> present = site.statement().getBlock().getStatements().stream().map(Statement::getKeyword).toList();
		String name = "virtual_server " + String.join(" ", site.words());
		if (!present.contains("real_server")) {
			report(findings, site, site.origin(), name + " has no real_server and is ignored; write one").as(Severity.ERROR);
			return;
		}
		boolean byMark = site.words().contains("fwmark");
		List<Expected> expected = new ArrayList<>(EXPECTED);
		boolean allPorts = site.words().size() == 1 || site.words().size() == 2 && site.words().get(1).matches("0+");
		if (allPorts && !present.contains("persistence_timeout")) {
			expected.add(ALL_PORTS);
		}
		List<Expected> missing = expected.stream().filter(e -> e.keywords().stream().noneMatch(present::contains))
				.filter(e -> !byMark || !e.keywords().contains("protocol")).toList();
		if (!missing.isEmpty()) {
			report(findings, site, site.origin(), name + " lacks " + missing.stream().map(e -> e.keywords().getFirst() + " (then "
					+ e.otherwise() + ")").collect(Collectors.joining(", ")) + "; write what is meant");
		}
	}
}
