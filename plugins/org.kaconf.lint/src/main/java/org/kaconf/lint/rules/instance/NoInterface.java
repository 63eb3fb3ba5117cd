package org.kaconf.lint.rules.instance;

import java.util.List;
import java.util.Optional;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.InstanceRule;
import org.kaconf.lint.rule.Member;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;
import org.kaconf.lint.rule.Verdict;
import org.kaconf.lint.rule.VersionRange;
import org.kaconf.model.Instance;
import org.kaconf.model.KeepalivedVersion;

/** KA2002. */
public final class NoInterface extends InstanceRule {
	private static final RuleInfo INFO = RuleInfo.of("KA2002", "no-interface", RuleGroup.INSTANCE, Severity.ERROR)
			.what("Reports an instance without an interface, or whose interface is the loopback one. With unicast peers and an address to send from it needs none in keepalived 2.1.0 to 2.2.4 and since 2.2.8; "
					+ "such a source must not be a link-local address, which means nothing without an interface.")
			.why("keepalived does not know where to send adverts and does not start.")
			.bad("""
					[[vrrp_instance VI_1]] {
					    virtual_router_id 51
					    virtual_ipaddress {
					        192.0.2.10/24
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
					""")
			.fix("Write the interface.")
			.keepalived(Verdict.refuses("Unknown interface!"))
			.build();

	/** In between, keepalived asks for the interface before it has looked at the peers. */
	private static final List<VersionRange> TAKE_PEERS_ALONE = List.of(new VersionRange(new KeepalivedVersion(2, 1, 0), new KeepalivedVersion(2, 2, 5)),
			new VersionRange(new KeepalivedVersion(2, 2, 8), null));

	public NoInterface() {
		super(INFO);
	}

	@Override
	protected void check(Member member, Subject subject, Findings findings) {
		subject.in(member).stream().filter(site -> site.is("vrrp_instance", "interface") && site.words().equals(List.of("lo"))).findFirst()
				.ifPresent(site -> findings.report(site.wordOrigin(0), "VRRP cannot run on the loopback interface, and this is ignored; write another one").on(member.node()));
		Instance instance = member.instance();
		if (instance.interfaceName() == null && !subject.hasOrMeans(member, "interface")) {
			lack(instance, subject.version()).ifPresent(lack -> findings.report(member.origin(), instance.name() + lack).on(member.node()));
		}
	}

	/** What an instance without an interface lacks; empty when it can do without one. */
	private static Optional<String> lack(Instance instance, KeepalivedVersion version) {
		if (!instance.isUnicast()) {
			return Optional.of(" has no interface to send on; write one");
		}
		if (TAKE_PEERS_ALONE.stream().noneMatch(range -> range.contains(version))) {
			return Optional.of(" has no interface, and keepalived " + version + " does not take unicast peers without one; write one");
		}
		if (instance.sourceAddress() == null) {
			return Optional.of(" has neither an interface nor an address to send from; write an interface or unicast_src_ip");
		}
		return instance.sourceAddress().isLinkLocal() ? Optional.of(" sends from a link-local address, which means nothing without an interface; write one") : Optional.empty();
	}
}
