package org.kaconf.model;

/**
 * One line of {@code virtual_rules} or {@code static_rules} (ip-rule(8)). Names of tables, protocols and groups are those of the host's files
 * or numbers; what is {@code null} is not asked for.
 *
 * @param inverted {@code not}: for packets that do not match
 * @param preference 0..4294967295; rules without one get the next number below the one before, as keepalived gives it
 * @param mark firewall mark, 0..4294967295
 * @param markMask 0..4294967295; {@code null} for all bits
 * @param table of {@link Action#TABLE}
 * @param target preference of the rule to go on with, of {@link Action#GOTO}
 * @param tunnelId an unsigned number of 64 bits
 * @param protocol who made the rule, 0..255
 * @param suppressPrefixLength routes of this prefix length or a shorter one do not count
 * @param suppressGroup routes over interfaces of this group do not count
 * @param tracked false for {@code no_track}: the rule may vanish without a consequence
 * @param trackGroup static rules only: name of the {@link TrackGroup} that goes to fault with its incoming interface
 */
public record RoutingRule(Family family, boolean inverted, IpPrefix from, IpPrefix to, long preference, Action action, String table, Long target,
		String tos, Long mark, Long markMask, String realms, String incomingInterface, String outgoingInterface, NumberRange userIds,
		String ipProtocol, NumberRange sourcePorts, NumberRange destinationPorts, String tunnelId, Integer protocol, Integer suppressPrefixLength,
		String suppressGroup, boolean tracked, String trackGroup, Origins origins) {
	public RoutingRule {
		origins = Origins.orNone(origins);
	}

	/** What is done with packets that match. */
	public enum Action {
		TABLE, GOTO, NOP, BLACKHOLE, PROHIBIT, UNREACHABLE,
		/** The table of the VRF that the packet's interface belongs to. */
		L3MDEV
	}
}
