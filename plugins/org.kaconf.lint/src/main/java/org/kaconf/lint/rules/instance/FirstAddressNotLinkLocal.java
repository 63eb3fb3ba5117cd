package org.kaconf.lint.rules.instance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.kaconf.lang.SourceFile;
import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Finding;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.FixSafety;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.lint.rule.VersionRange;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Origin;

/** KA2031. */
public final class FirstAddressNotLinkLocal extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2031", "first-address-not-link-local", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports an instance over IPv6 whose first virtual address is not link-local (fe80::/10). An error in strict mode since keepalived 2.0.7, and in any mode in 2.0.7 to 2.1.5;"
					+ " else only an information. Instances with unicast peers are not concerned.")
			.why("RFC 9568 (5.2.9, 6.1) wants the address of the link first: by it hosts know their router. keepalived goes on with another one, but reports it where this is an error;"
					+ " else it only writes to its log that it should not be, and keepalived -t says nothing.")
			.bad("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    strict_mode on
					    virtual_ipaddress {
					        [[2001:db8::10/64]]
					        fe80::10/64
					    }
					}
					""")
			.good("""
					vrrp_instance VI_1 {
					    interface eth0
					    virtual_router_id 51
					    strict_mode on
					    virtual_ipaddress {
					        fe80::10/64
					        2001:db8::10/64
					    }
					}
					""")
			.fix("Write a link-local address in front of the others, the same on every node. Offered: to move the one that stands behind.", FixSafety.UNSAFE)
			.keepalived(Verdict.complains("the first IPv6 VIP address must be link local"))
			.build();

	private static final VersionRange REPORT_IT = new VersionRange(new KeepalivedVersion(2, 0, 7), null);
	private static final VersionRange REPORT_IT_IN_ANY_MODE = new VersionRange(new KeepalivedVersion(2, 0, 7), new KeepalivedVersion(2, 2, 0));
	private static final Pattern IN_FRONT = Pattern.compile("\\s*(@\\S+\\s+)?");
	private static final Pattern BEHIND = Pattern.compile("\\s*([#!].*)?", Pattern.DOTALL);

	public FirstAddressNotLinkLocal() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		Instance instance = member.instance();
		if (instance.family() != Family.IPV6 || instance.isUnicast() || instance.virtualAddresses().isEmpty()) {
			return;
		}
		IpAddress address = instance.virtualAddresses().getFirst().address();
		List<Site> lines = subject.in(member).stream().filter(site -> site.isIn("virtual_ipaddress") && site.parent().is("vrrp_instance", "virtual_ipaddress")).toList();
		Optional<Site> first = lines.stream().filter(site -> address(site).equals(Optional.of(address))).findFirst();
		if (address.isLinkLocal() || first.isEmpty()) {
			return;
		}
		Optional<Site> linkLocal = lines.stream().filter(site -> address(site).filter(IpAddress::isLinkLocal).isPresent()).findFirst();
		boolean error = (instance.strict() ? REPORT_IT : REPORT_IT_IN_ANY_MODE).contains(subject.version());
		Finding finding = findings.report(first.get().wordOrigin(0), address + " is the first address of " + instance.name() + ", which over IPv6 " + (error ? "must" : "should")
				+ " be a link-local one; " + linkLocal.map(site -> "move " + site.words().getFirst() + " to the front").orElse("write one of fe80::/10 in front of it")).on(member.node());
		if (!error) {
			finding.as(Severity.INFO);
		}
		linkLocal.filter(site -> site.parent() == first.get().parent()).ifPresent(site -> offerToMove(site, first.get(), subject, finding));
	}

	private static Optional<IpAddress> address(Site site) {
		return IpPrefix.parse(site.words().getFirst()).map(IpPrefix::address).filter(address -> address.family() == Family.IPV6);
	}

	/** Moves whole lines, with their comments and their nodes; there is nothing to move when an address has no line of its own. */
	private static void offerToMove(Site site, Site before, Subject subject, Finding finding) {
		Origin from = site.origin();
		Origin to = before.origin();
		Optional<SourceFile> file = subject.analysis().file(from.file());
		if (file.isPresent() && to.file().equals(from.file()) && to.line() < from.line() && hasLineOfItsOwn(site, file.get()) && hasLineOfItsOwn(before, file.get())) {
			int start = file.get().lines().offset(to.line(), 1);
			String between = file.get().text().substring(start, file.get().lines().offset(from.line(), 1));
			finding.fix("Move " + site.words().getFirst() + " to the front", new Origin(from.file(), to.line(), 1, from.line() + 1, 1), line(file.get(), from.line()) + between);
		}
	}

	private static boolean hasLineOfItsOwn(Site site, SourceFile file) {
		Origin place = site.origin();
		String line = line(file, place.line());
		return place.endLine() == place.line() && line.startsWith(site.words().getFirst(), place.column() - 1) && IN_FRONT.matcher(line.substring(0, place.column() - 1)).matches()
				&& BEHIND.matcher(line.substring(place.endColumn() - 1)).matches();
	}

	/** A line with what ends it. */
	private static String line(SourceFile file, int number) {
		return file.text().substring(file.lines().offset(number, 1), file.lines().offset(number + 1, 1));
	}
}
