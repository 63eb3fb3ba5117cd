package org.kaconf.lint.rules.instance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.kaconf.lang.BlockKinds;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.SiteRule;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;

/** KA2027. */
public final class VirtualServerContradiction extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2027", "virtual-server-contradiction", RuleGroup.INSTANCE, Severity.WARNING)
			.what("Reports what does not go together in a virtual_server: ops without UDP, a quorum that the weights of the real servers never reach, a real server twice, one of the other family, and another port with DR or TUN; an ip_family that is not that of the address.")
			.why("keepalived changes or drops what was written and goes on.")
			.bad("""
					virtual_server 192.0.2.10 80 {
					    lb_algo rr
					    lb_kind NAT
					    protocol TCP
					    [[ops]]
					    real_server 192.0.2.21 80 {
					    }
					}
					""")
			.good("""
					virtual_server 192.0.2.10 80 {
					    lb_algo rr
					    lb_kind NAT
					    protocol TCP
					    real_server 192.0.2.21 80 {
					    }
					}
					""")
			.fix("Correct one of the two.")
			.keepalived(Verdict.complains("one packet scheduling requires UDP"))
			.build();
	private static final Map<String, BiFunction<Site, List<Statement>, Optional<String>>> CHECKS = Map.of("ip_family", VirtualServerContradiction::ownFamily, "ops", VirtualServerContradiction::packetScheduling, "quorum",
			VirtualServerContradiction::quorum, "real_server", VirtualServerContradiction::realServer, "sorry_server", VirtualServerContradiction::family);
	private static final Set<String> NO_ADDRESS = Set.of("fwmark", "group");
	private static final Set<String> SAME_PORT = Set.of("DR", "TUN");

	public VirtualServerContradiction() {
		super(INFO);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		if (site.isIn("virtual_server") && site.parent() != null && CHECKS.containsKey(site.statement().getKeyword())) {
			CHECKS.get(site.statement().getKeyword()).apply(site, site.parent().statement().getBlock().getStatements()).ifPresent(message -> report(findings, site, site.origin(), message));
		}
	}

	private static Optional<String> packetScheduling(Site site, List<Statement> siblings) {
		return value(siblings, "protocol").filter(protocol -> !protocol.equals("UDP")).map(protocol -> "ops needs protocol UDP and is taken back; write one of the two");
	}

	private static Optional<String> quorum(Site site, List<Statement> siblings) {
		long weights = siblings.stream().filter(other -> "real_server".equals(other.getKeyword()))
				.mapToLong(server -> server.getBlock() == null ? 1 : value(server.getBlock().getStatements(), "weight").flatMap(VirtualServerContradiction::number).orElse(1L)).sum();
		Optional<Long> quorum = site.words().stream().findFirst().flatMap(VirtualServerContradiction::number);
		return quorum.filter(needed -> needed > weights).map(needed -> "the real servers weigh " + weights + " together, which never is " + needed + "; write a quorum they reach");
	}

	private static Optional<String> realServer(Site site, List<Statement> siblings) {
		boolean twice = siblings.stream().takeWhile(other -> other != site.statement()).anyMatch(other -> "real_server".equals(other.getKeyword()) && BlockKinds.words(other).equals(site.words()));
		if (twice) {
			return Optional.of("the real server is there already, and this one is removed");
		}
		List<String> server = site.parent().words();
		Optional<String> kind = value(siblings, "lb_kind").or(() -> value(siblings, "lvs_method"));
		boolean otherPort = server.size() > 1 && site.words().size() > 1 && !server.get(1).equals(site.words().get(1));
		if (otherPort && !NO_ADDRESS.contains(server.getFirst()) && kind.filter(SAME_PORT::contains).isPresent()) {
			return Optional.of(kind.get() + " keeps the port; keepalived takes " + server.get(1) + " for this one too, so write that");
		}
		return family(site, siblings);
	}

	private static Optional<String> family(Site site, List<Statement> siblings) {
		List<String> server = site.parent().words();
		boolean comparable = !server.isEmpty() && !site.words().isEmpty() && !NO_ADDRESS.contains(server.getFirst()) && !value(siblings, "lb_kind").equals(Optional.of("TUN"));
		boolean other = comparable && server.getFirst().contains(":") != site.words().getFirst().contains(":");
		return other ? Optional.of(site.words().getFirst() + " is of another family than " + server.getFirst() + " and is skipped; write one of the same") : Optional.empty();
	}

	private static Optional<String> ownFamily(Site site, List<Statement> siblings) {
		List<String> server = site.parent().words();
		boolean known = !server.isEmpty() && !NO_ADDRESS.contains(server.getFirst()) && !site.words().isEmpty();
		boolean other = known && site.words().getFirst().equals(server.getFirst().contains(":") ? "inet" : "inet6");
		return other ? Optional.of(site.words().getFirst() + " is not the family of " + server.getFirst() + " and is ignored; leave it out, as the address says it") : Optional.empty();
	}

	private static Optional<Long> number(String word) {
		return word.matches("\\d{1,9}") ? Optional.of(Long.valueOf(word)) : Optional.empty();
	}

	private static Optional<String> value(List<Statement> statements, String keyword) {
		return statements.stream().filter(statement -> keyword.equals(statement.getKeyword())).map(BlockKinds::words).filter(words -> !words.isEmpty()).map(List::getFirst).reduce((first, last) -> last);
	}
}
