package org.kaconf.runtime.linux;

import java.util.function.Consumer;

/**
 * Changes one table of nf_tables (include/uapi/linux/netfilter/nf_tables.h) in transactions: what is between {@link #begin} and {@link #commit} is done as a
 * whole or not at all.
 */
final class NftablesSocket extends RequestSocket {
	private static final int NETLINK_NETFILTER = 12;
	/** NFNL_SUBSYS_NFTABLES, the upper byte of its message types. */
	private static final int SUBSYSTEM = 10;
	private static final int BATCH_BEGIN = 0x10;
	private static final int BATCH_END = 0x11;
	private static final int NEW_TABLE = 0;
	private static final int DELETE_TABLE = 2;
	private static final int NEW_CHAIN = 3;
	private static final int NEW_RULE = 6;
	private static final int NEW_SET = 9;
	private static final int NEW_ELEMENT = 12;
	private static final int DELETE_ELEMENT = 14;
	/** NFPROTO_INET: IPv4 and IPv6. */
	private static final int FAMILY = 1;
	private static final int ATTRIBUTE_TABLE = 1;
	private static final int LIST_ELEMENT = 1;
	private static final int POLICY_ACCEPT = 1;

	private final String table;
	private NetlinkMessage message;

	NftablesSocket(String table) throws LinuxException {
		super(NETLINK_NETFILTER);
		this.table = table;
	}

	void begin() {
		batchMessage(begin(BATCH_BEGIN, 0));
	}

	/** @return 0, or the errno of what was refused first */
	int commit() {
		batchMessage(beginNext(BATCH_END, 0));
		return transact();
	}

	private static void batchMessage(NetlinkMessage begun) {
		begun.putByte(0).putByte(0).putShort(Short.reverseBytes((short) SUBSYSTEM)).end();
	}

	/** Makes the table if there is none. @param flags 0 for none */
	void addTable(int flags) {
		next(NEW_TABLE, NetlinkMessage.CREATE);
		if (flags != 0) {
			message.networkOrderAttribute(2, flags);
		}
		message.end();
	}

	void deleteTable() {
		next(DELETE_TABLE, 0);
		message.end();
	}

	/**
	 * @param id tells it apart within the transaction
	 * @param dataType how nft(8) shows the elements
	 */
	void addSet(String name, int id, int dataType, int keyBytes) {
		next(NEW_SET, NetlinkMessage.CREATE);
		message.attribute(2, name).networkOrderAttribute(4, dataType).networkOrderAttribute(5, keyBytes).networkOrderAttribute(10, id).end();
	}

	/** A chain at one of netfilter's hooks that lets pass what no rule takes. */
	void addFilterChain(String name, int hook, int priority) {
		next(NEW_CHAIN, NetlinkMessage.CREATE);
		message.attribute(3, name).nested(4, () -> message.networkOrderAttribute(1, hook).networkOrderAttribute(2, priority))
				.networkOrderAttribute(5, POLICY_ACCEPT).attribute(7, "filter").end();
	}

	/** Appends a rule to a chain. */
	void addRule(String chain, Consumer<NftablesRule> expressions) {
		next(NEW_RULE, NetlinkMessage.CREATE | NetlinkMessage.APPEND);
		message.attribute(2, chain).nested(4, () -> expressions.accept(new NftablesRule(message))).end();
	}

	void addElement(String set, byte[] key) {
		element(NEW_ELEMENT, NetlinkMessage.CREATE, set, key);
	}

	void deleteElement(String set, byte[] key) {
		element(DELETE_ELEMENT, 0, set, key);
	}

	private void element(int type, int flags, String set, byte[] key) {
		next(type, flags);
		message.attribute(2, set).nested(3, () -> message.nested(LIST_ELEMENT, () -> message.nested(1, () -> message.attribute(1, key)))).end();
	}

	private void next(int type, int flags) {
		message = beginNext(SUBSYSTEM << 8 | type, NetlinkMessage.ACK | flags).putByte(FAMILY).putByte(0).putShort(0).attribute(ATTRIBUTE_TABLE, table);
	}
}
