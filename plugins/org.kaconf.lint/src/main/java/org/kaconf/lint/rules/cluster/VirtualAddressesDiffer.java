package org.kaconf.lint.rules.cluster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.AgreementRule;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.model.IpAddress;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Origin;
import org.kaconf.model.VirtualAddress;

/** KA3009. */
public final class VirtualAddressesDiffer extends AgreementRule<Set<IpAddress>> {
	private static final RuleInfo INFO = RuleInfo.of("KA3009", "virtual-addresses-differ", RuleGroup.CLUSTER, Severity.ERROR)
			.what("Reports instances of one virtual router whose virtual_ipaddress lists do not hold the same addresses. The order does"
					+ " not matter. An error before keepalived 2.3.3, a warning since.")
			.why("Before 2.3.3 a backup drops adverts with other addresses than its own, and every node becomes master. Since 2.3.3 it only"
					+ " logs; an address that one node lacks is gone while that node is master.")
			.bad(Example.TWO_NODES + """
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    @lb1 priority 101
					    @lb2 priority 100
					    virtual_ipaddress {
					        192.0.2.10/24
					        @lb2 [[192.0.2.11/24]]
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
					        192.0.2.11/24
					    }
					}
					""")
			.fix("Write the same addresses on every node.")
			.keepalived(Verdict.SILENT)
			.build();
	private static final KeepalivedVersion TOLERANT = new KeepalivedVersion(2, 3, 3);

	public VirtualAddressesDiffer() {
		super(INFO, "virtual_ipaddress");
	}

	@Override
	protected Set<IpAddress> value(Member member) {
		return member.instance().virtualAddresses().stream().map(VirtualAddress::address).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	@Override
	protected String describe(Member member) {
		return "has " + list(value(member));
	}

	@Override
	protected String message(Member member, Member reference) {
		Set<IpAddress> extra = new LinkedHashSet<>(value(member));
		extra.removeAll(value(reference));
		Set<IpAddress> missing = new LinkedHashSet<>(value(reference));
		missing.removeAll(value(member));
		List<String> differences = new ArrayList<>();
		if (!extra.isEmpty()) {
			differences.add(list(extra) + " is not on " + reference.node().name());
		}
		if (!missing.isEmpty()) {
			differences.add(list(missing) + " is only on " + reference.node().name());
		}
		return "The virtual addresses of " + member.instance().name() + " differ: " + String.join(", ", differences)
				+ "; write the same list on every node";
	}

	/** The first address that is too much is the best place to look at. */
	@Override
	protected Origin place(Member member, Member reference) {
		Set<IpAddress> expected = value(reference);
		return member.instance().virtualAddresses().stream().filter(address -> !expected.contains(address.address()))
				.map(address -> address.origins().element()).filter(Origin::isKnown).findFirst().orElseGet(() -> super.place(member, reference));
	}

	@Override
	protected void refine(Finding finding, Member member, Member reference, Subject subject) {
		if (subject.version().isAtLeast(TOLERANT)) {
			finding.as(Severity.WARNING);
		}
	}

	private static String list(Set<IpAddress> addresses) {
		return addresses.isEmpty() ? "no address" : addresses.stream().map(IpAddress::toString).collect(Collectors.joining(", "));
	}
}
