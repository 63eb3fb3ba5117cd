package org.kaconf.runtime.linux;

/**
 * Makes and removes macvlan interfaces in private mode, which alone lets an interface hear those of other hosts that have the same hardware address. For one
 * thread.
 */
public final class Macvlan {
	/** See {@link Link#kind}. */
	public static final String KIND = "macvlan";
	private static final int ATTRIBUTE_ADDRESS = 1;
	private static final int ATTRIBUTE_NAME = 3;
	private static final int ATTRIBUTE_LINK = 5;
	private static final int INFO_DATA = 2;
	private static final int MACVLAN_MODE = 1;
	private static final int MODE_PRIVATE = 1;
	private static final int ATTRIBUTE_FAMILIES = 26;
	private static final int INET6_ADDRESS_GENERATION = 8;
	private static final int GENERATE_NONE = 1;
	private static final int IFF_UP = 1;

	private final RouteNetlink netlink;

	public Macvlan(RouteNetlink netlink) {
		this.netlink = netlink;
	}

	/**
	 * Makes an interface that gets no IPv6 address by itself (RFC 9568, 7.4); it is down.
	 *
	 * @param base what carries it
	 * @return 0 or the errno
	 */
	public int create(String name, byte[] hardwareAddress, Link base) {
		NetlinkMessage message = header(NetlinkSocket.NEW_LINK, NetlinkMessage.CREATE | NetlinkMessage.EXCLUSIVE, 0, 0);
		message.attribute(ATTRIBUTE_NAME, name).attribute(ATTRIBUTE_LINK, base.index()).attribute(ATTRIBUTE_ADDRESS, hardwareAddress)
				.nested(NetlinkSocket.ATTRIBUTE_LINK_INFO, () -> message.attribute(NetlinkSocket.INFO_KIND, KIND)
						.nested(INFO_DATA, () -> message.attribute(MACVLAN_MODE, MODE_PRIVATE)));
		int errno = netlink.change();
		return errno != 0 ? errno : withoutGeneratedAddress(name);
	}

	/** The kernel takes this for an interface that is there only. */
	private int withoutGeneratedAddress(String name) {
		NetlinkMessage message = header(NetlinkSocket.NEW_LINK, 0, 0, 0).attribute(ATTRIBUTE_NAME, name);
		message.nested(ATTRIBUTE_FAMILIES,
				() -> message.nested(SocketAddresses.AF_INET6, () -> message.byteAttribute(INET6_ADDRESS_GENERATION, GENERATE_NONE)));
		return netlink.change();
	}

	/** @return 0 or the errno */
	public int setUp(String name) {
		header(NetlinkSocket.NEW_LINK, 0, IFF_UP, IFF_UP).attribute(ATTRIBUTE_NAME, name);
		return netlink.change();
	}

	/** @return 0 or the errno */
	public int delete(String name) {
		header(NetlinkSocket.DELETE_LINK, 0, 0, 0).attribute(ATTRIBUTE_NAME, name);
		return netlink.change();
	}

	/** struct ifinfomsg. */
	private NetlinkMessage header(int type, int flags, int interfaceFlags, int changedFlags) {
		return netlink.beginChange(type, flags).putByte(0).putByte(0).putShort(0).putInt(0).putInt(interfaceFlags).putInt(changedFlags);
	}
}
