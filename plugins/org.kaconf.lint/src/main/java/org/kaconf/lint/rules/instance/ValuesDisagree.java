package org.kaconf.lint.rules.instance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import org.kaconf.model.IpAddress;

/** KA2029. */
public final class ValuesDisagree extends SiteRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2029", "values-disagree", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports two values of which one rules out the other: min_ttl above max_ttl of a unicast peer, quorum above quorum_max of a process, and a source_ip of a BFD session of another family than neighbor_ip.")
			.why("keepalived drops every advert of such a peer, ignores the second of the two quorums, and has no such BFD session.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    unicast_peer {
					        [[192.0.2.2 min_ttl 255 max_ttl 254]]
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
					        192.0.2.2 min_ttl 254 max_ttl 255
					    }
					    virtual_ipaddress {
					        192.0.2.10/24
					    }
					}
					""")
			.fix("Correct one of the two.")
			.keepalived(Verdict.complains("all packets will be discarded"))
			.build();

	/** Says what disagrees with the statement. */
	@FunctionalInterface
	private interface Check {
		/** @param siblings all statements of its block */
		Optional<String> apply(Site site, List<Statement> siblings);
	}

	/** By the kind of block. */
	private static final Map<String, Check> CHECKS = Map.of("unicast_peer", (site, siblings) -> limits(site), "vrrp_track_process", ValuesDisagree::quorum, "bfd_instance", ValuesDisagree::family);

	public ValuesDisagree() {
		super(INFO);
	}

	@Override
	protected void check(Site site, Subject subject, Findings findings) {
		Check check = CHECKS.get(site.context().id());
		if (check != null) {
			check.apply(site, site.parent().statement().getBlock().getStatements()).ifPresent(message -> report(findings, site, site.origin(), message));
		}
	}

	private static Optional<String> limits(Site site) {
		Optional<Integer> least = behind(site.words(), "min_ttl");
		Optional<Integer> greatest = behind(site.words(), "max_ttl");
		boolean empty = least.isPresent() && greatest.isPresent() && least.get() > greatest.get();
		return empty ? Optional.of("no TTL is at least " + least.get() + " and at most " + greatest.get() + ", so all adverts of " + site.words().getFirst() + " are dropped; turn the two round")
				: Optional.empty();
	}

	/** The second of the two is the one that is ignored. A maximum of 0, which means none at all, goes with a quorum of 1. */
	private static Optional<String> quorum(Site site, List<Statement> siblings) {
		List<Statement> before = siblings.stream().takeWhile(other -> other != site.statement()).toList();
		Optional<Integer> own = site.words().stream().findFirst().flatMap(ValuesDisagree::number);
		Optional<String> problem = Optional.empty();
		if (own.isPresent() && site.statement().getKeyword().equals("quorum_max")) {
			problem = last(before, "quorum").flatMap(ValuesDisagree::number).filter(quorum -> own.get() < quorum && !(own.get() == 0 && quorum == 1))
					.map(quorum -> "quorum_max " + own.get() + " is less than quorum " + quorum + " and is ignored; write a greater one");
		} else if (own.isPresent() && site.statement().getKeyword().equals("quorum")) {
			problem = last(before, "quorum_max").flatMap(ValuesDisagree::number).filter(most -> own.get() > most)
					.map(most -> "quorum " + own.get() + " is greater than quorum_max " + most + " and is ignored; write a smaller one");
		}
		return problem;
	}

	private static Optional<String> family(Site site, List<Statement> siblings) {
		if (!site.statement().getKeyword().equals("source_ip") || site.words().isEmpty()) {
			return Optional.empty();
		}
		Optional<IpAddress> source = IpAddress.parse(site.words().getFirst());
		Optional<IpAddress> neighbor = last(siblings, "neighbor_ip").or(() -> last(siblings, "neighbour_ip")).flatMap(IpAddress::parse);
		boolean other = source.isPresent() && neighbor.isPresent() && source.get().family() != neighbor.get().family();
		return other ? Optional.of(source.get() + " is of another family than the neighbor " + neighbor.get() + ", so there is no such session; write one of the same") : Optional.empty();
	}

	private static Optional<Integer> behind(List<String> words, String option) {
		int index = words.lastIndexOf(option);
		return index >= 0 && index + 1 < words.size() ? number(words.get(index + 1)) : Optional.empty();
	}

	private static Optional<Integer> number(String word) {
		return word.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
	}

	private static Optional<String> last(List<Statement> statements, String keyword) {
		return statements.stream().filter(statement -> keyword.equals(statement.getKeyword())).map(BlockKinds::words).filter(words -> !words.isEmpty()).map(List::getFirst).reduce((first, last) -> last);
	}
}
