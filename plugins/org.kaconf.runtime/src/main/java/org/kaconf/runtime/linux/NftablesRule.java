package org.kaconf.runtime.linux;

/** The expressions of one rule, one after the other: a condition that does not hold ends the rule, a verdict is carried out. */
final class NftablesRule {
	/** NFPROTO_IPV4 and NFPROTO_IPV6. */
	static final int IPV4 = 2;
	static final int IPV6 = 10;
	/** NFT_META_IIF and NFT_META_OIF. */
	static final int INPUT_INTERFACE = 4;
	static final int OUTPUT_INTERFACE = 5;
	/** ICMPv6 types. */
	static final int NEIGHBOUR_SOLICITATION = 135;
	static final int NEIGHBOUR_ADVERTISEMENT = 136;
	private static final int META_FAMILY = 15;
	private static final int META_PROTOCOL = 16;
	private static final int ICMPV6 = 58;
	private static final int NETWORK_HEADER = 1;
	private static final int TRANSPORT_HEADER = 2;
	/** Of 16 bytes each; what stands in the second continues the first. */
	private static final int VERDICT_REGISTER = 0;
	private static final int FIRST_REGISTER = 1;
	private static final int SECOND_REGISTER = 2;
	private static final int DROP = 0;
	private static final int ACCEPT = 1;

	private final NetlinkMessage message;

	NftablesRule(NetlinkMessage message) {
		this.message = message;
	}

	NftablesRule family(int family) {
		return meta(META_FAMILY, FIRST_REGISTER).equal(family);
	}

	/** Whether a packet is an ICMPv6 message of a type. */
	NftablesRule icmpv6(int type) {
		return family(IPV6).meta(META_PROTOCOL, FIRST_REGISTER).equal(ICMPV6).payload(TRANSPORT_HEADER, 0, 1).equal(type);
	}

	/** Whether an address in the IP header is in a set. @param offset in the header */
	NftablesRule address(int offset, int bytes, String set) {
		return payload(NETWORK_HEADER, offset, bytes).lookup(set);
	}

	/** Whether an address in the IP header, together with an interface, is in a set. @param metaInterface which interface */
	NftablesRule addressOnInterface(int offset, int bytes, int metaInterface, String set) {
		return payload(NETWORK_HEADER, offset, bytes).meta(metaInterface, SECOND_REGISTER).lookup(set);
	}

	void drop() {
		verdict(DROP);
	}

	void accept() {
		verdict(ACCEPT);
	}

	private NftablesRule payload(int base, int offset, int bytes) {
		return expression("payload", () -> message.networkOrderAttribute(1, FIRST_REGISTER).networkOrderAttribute(2, base).networkOrderAttribute(3, offset)
				.networkOrderAttribute(4, bytes));
	}

	private NftablesRule meta(int key, int register) {
		return expression("meta", () -> message.networkOrderAttribute(1, register).networkOrderAttribute(2, key));
	}

	private NftablesRule equal(int octet) {
		return expression("cmp", () -> message.networkOrderAttribute(1, FIRST_REGISTER).networkOrderAttribute(2, 0)
				.nested(3, () -> message.attribute(1, new byte[] {(byte) octet})));
	}

	private NftablesRule lookup(String set) {
		return expression("lookup", () -> message.attribute(1, set).networkOrderAttribute(2, FIRST_REGISTER));
	}

	private void verdict(int code) {
		expression("immediate", () -> message.networkOrderAttribute(1, VERDICT_REGISTER)
				.nested(2, () -> message.nested(2, () -> message.networkOrderAttribute(1, code))));
	}

	private NftablesRule expression(String name, Runnable data) {
		message.nested(1, () -> message.attribute(1, name).nested(2, data));
		return this;
	}
}
