package org.kaconf.lang.build;

import java.util.function.Function;

import org.kaconf.model.Firewall;
import org.kaconf.model.IptablesChains;

/** How packets are dropped, while it is read. */
final class FirewallDraft {
	private static final int LONGEST_CHAIN = 27;

	private String table;
	private int chainPriority = Firewall.DEFAULT.chainPriority();
	private boolean byIndex;
	private boolean counters;
	private IptablesChains iptables;

	static <T> void addTo(BlockReader<T> reader, Function<T, FirewallDraft> firewall) {
		reader.on("nftables", (t, line) -> firewall.apply(t).setTable(line))
				.on("nftables_priority", (t, line) -> line.integer(0).ifPresent(v -> firewall.apply(t).chainPriority = v))
				.on("nftables_ifindex", (t, line) -> firewall.apply(t).byIndex = true)
				.on("nftables_counters", (t, line) -> firewall.apply(t).counters = true)
				.on("vrrp_iptables", (t, line) -> firewall.apply(t).setChains(line));
	}

	/** A second one is ignored. The first sets the priority back. */
	private void setTable(Line line) {
		if (table == null) {
			table = line.has(0) ? line.raw(0) : Firewall.DEFAULT.table();
			chainPriority = Firewall.DEFAULT.chainPriority();
		}
	}

	private void setChains(Line line) {
		if (iptables == null && line.raw(0).length() < LONGEST_CHAIN) {
			iptables = line.has(0) ? new IptablesChains(line.raw(0), line.has(1) && line.raw(1).length() < LONGEST_CHAIN ? line.raw(1) : null)
					: new IptablesChains("INPUT", "OUTPUT");
		}
	}

	/** nftables win over iptables. */
	Firewall build() {
		return new Firewall(table == null ? Firewall.DEFAULT.table() : table, chainPriority, byIndex, counters, table == null ? iptables : null);
	}
}
