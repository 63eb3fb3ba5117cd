package org.kaconf.runtime.linux;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.NumberRange;
import org.kaconf.model.RoutingRule;
import org.kaconf.model.RoutingRule.Action;
import org.kaconf.runtime.linux.RoutingNames.Kind;

/** Sets and removes routing rules (ip-rule(8)), as keepalived does. For one thread. */
public final class PolicyRules {
	private static final int NEW_RULE = 32;
	private static final int DELETE_RULE = 33;
	private static final int INVERTED = 2;
	private static final int MAIN_TABLE = 254;
	private static final int LARGEST_TABLE_OCTET = 255;

	/** FRA_DST and so on. */
	private static final int DESTINATION = 1;
	private static final int SOURCE = 2;
	private static final int INPUT_INTERFACE = 3;
	private static final int GOTO = 4;
	private static final int PRIORITY = 6;
	private static final int MARK = 10;
	private static final int REALMS = 11;
	private static final int TUNNEL_ID = 12;
	private static final int SUPPRESS_GROUP = 13;
	private static final int SUPPRESS_PREFIX_LENGTH = 14;
	private static final int TABLE = 15;
	private static final int MARK_MASK = 16;
	private static final int OUTPUT_INTERFACE = 17;
	private static final int L3MDEV = 19;
	private static final int USER_IDS = 20;
	private static final int PROTOCOL = 21;
	private static final int IP_PROTOCOL = 22;
	private static final int SOURCE_PORTS = 23;
	private static final int DESTINATION_PORTS = 24;

	/** FR_ACT_TO_TBL and so on; with l3mdev the table is looked up in the same way. */
	private static final Map<Action, Integer> ACTIONS = Map.of(Action.TABLE, 1, Action.L3MDEV, 1, Action.GOTO, 2, Action.NOP, 3, Action.BLACKHOLE, 6,
			Action.UNREACHABLE, 7, Action.PROHIBIT, 8);
	private static final Map<String, Integer> IP_PROTOCOLS = Map.of("icmp", 1, "igmp", 2, "tcp", 6, "udp", 17, "dccp", 33, "gre", 47, "esp", 50, "ah", 51,
			"ipv6-icmp", 58, "sctp", 132);

	private final RouteNetlink netlink;

	public PolicyRules(RouteNetlink netlink) {
		this.netlink = netlink;
	}

	/** Whether all names in a rule are known here. @throws IllegalArgumentException which is not */
	public void check(RoutingRule rule) {
		build(NEW_RULE, 0, rule);
	}

	/** @return 0, or the errno: EEXIST when there is the same rule */
	public int add(RoutingRule rule) {
		build(NEW_RULE, NetlinkMessage.CREATE | NetlinkMessage.EXCLUSIVE, rule);
		return netlink.change();
	}

	/** @return 0, or the errno: ENOENT when there is no such rule */
	public int remove(RoutingRule rule) {
		build(DELETE_RULE, 0, rule);
		return netlink.change();
	}

	private void build(int type, int flags, RoutingRule rule) {
		int table = rule.action() != Action.TABLE ? 0 : rule.table() == null ? MAIN_TABLE : RoutingNames.number(Kind.TABLE, rule.table());
		// struct fib_rule_hdr.
		NetlinkMessage message = netlink.beginChange(type, flags).putByte(SocketAddresses.family(rule.family())).putByte(length(rule.to())).putByte(length(rule.from()))
				.putByte(rule.tos() == null ? 0 : RoutingNames.number(Kind.TOS, rule.tos())).putByte(table <= LARGEST_TABLE_OCTET ? table : 0).putByte(0).putByte(0)
				.putByte(ACTIONS.get(rule.action())).putInt(rule.inverted() ? INVERTED : 0);
		if (table > LARGEST_TABLE_OCTET) {
			message.attribute(TABLE, table);
		}
		if (length(rule.from()) > 0) {
			message.attribute(SOURCE, rule.from().address().bytes());
		}
		if (length(rule.to()) > 0) {
			message.attribute(DESTINATION, rule.to().address().bytes());
		}
		message.attribute(PRIORITY, (int) rule.preference());
		number(message, MARK, rule.mark());
		number(message, MARK_MASK, rule.markMask());
		if (rule.realms() != null) {
			message.attribute(REALMS, RoutingNames.realms(rule.realms()));
		}
		if (rule.incomingInterface() != null) {
			message.attribute(INPUT_INTERFACE, rule.incomingInterface());
		}
		if (rule.outgoingInterface() != null) {
			message.attribute(OUTPUT_INTERFACE, rule.outgoingInterface());
		}
		if (rule.suppressPrefixLength() != null) {
			message.attribute(SUPPRESS_PREFIX_LENGTH, rule.suppressPrefixLength());
		}
		if (rule.suppressGroup() != null) {
			message.attribute(SUPPRESS_GROUP, RoutingNames.number(Kind.GROUP, rule.suppressGroup()));
		}
		if (rule.tunnelId() != null) {
			message.attribute(TUNNEL_ID, ByteBuffer.allocate(Long.BYTES).putLong(new BigInteger(rule.tunnelId()).longValue()).array());
		}
		if (rule.userIds() != null) {
			message.attribute(USER_IDS, ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putInt((int) rule.userIds().first()).putInt((int) rule.userIds().last()).array());
		}
		if (rule.action() == Action.L3MDEV) {
			message.byteAttribute(L3MDEV, 1);
		}
		message.byteAttribute(PROTOCOL, rule.protocol() != null ? rule.protocol() : RouteTable.PROTOCOL_KEEPALIVED);
		if (rule.ipProtocol() != null) {
			Integer known = IP_PROTOCOLS.get(rule.ipProtocol());
			message.byteAttribute(IP_PROTOCOL, known != null ? known : Integer.parseInt(rule.ipProtocol()));
		}
		ports(message, SOURCE_PORTS, rule.sourcePorts());
		ports(message, DESTINATION_PORTS, rule.destinationPorts());
		number(message, GOTO, rule.target());
	}

	private static int length(IpPrefix prefix) {
		return prefix == null ? 0 : prefix.length();
	}

	private static void number(NetlinkMessage message, int attribute, Long value) {
		if (value != null) {
			message.attribute(attribute, value.intValue());
		}
	}

	private static void ports(NetlinkMessage message, int attribute, NumberRange ports) {
		if (ports != null) {
			message.attribute(attribute,
					ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putShort((short) ports.first()).putShort((short) ports.last()).array());
		}
	}
}
