package org.kaconf.model;

/**
 * How packets to addresses are dropped that are not accepted ({@code no_accept}, {@code vrrp_strict}).
 *
 * @param table name of the nftables table
 * @param chainPriority priority of its chains, -2147483648..2147483647
 * @param byIndex interfaces are matched by index instead of name
 * @param counters rules count packets
 * @param iptables chains of iptables to use instead; {@code null} for nftables
 */
public record Firewall(String table, int chainPriority, boolean byIndex, boolean counters, IptablesChains iptables) {
	public static final Firewall DEFAULT = new Firewall("keepalived", -1, false, false, null);
}
