package org.kaconf.runtime.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/**
 * Drops what is sent to or from virtual addresses that this machine holds but must not answer for (RFC 9568, 6.1, Accept_Mode), by nf_tables. ARP is none
 * of its business, and neighbour discovery passes. Everything is in one table, which vanishes with the socket: a daemon that was killed leaves no rule
 * behind. For one thread.
 *
 * <pre>
 * table inet NAME {
 *     set ipv4 { type ipv4_addr }      set ipv6 { type ipv6_addr }      set link { type ipv6_addr . iface_index }
 *     chain in {
 *         type filter hook input priority PRIORITY
 *         ip daddr @ipv4 drop
 *         icmpv6 type nd-neighbor-solicit accept
 *         icmpv6 type nd-neighbor-advert accept
 *         ip6 daddr @ipv6 drop
 *         ip6 daddr . iif @link drop
 *     }
 *     chain out { the same with saddr and oif }
 * }
 * </pre>
 */
public final class AddressFilter implements AutoCloseable {
	/** NFT_TABLE_F_OWNER, since Linux 5.12. */
	private static final int OWNED = 2;

	/** A set of addresses; its data type is what nft(8) shows. */
	private enum AddressSet {
		IPV4(7, 4), IPV6(8, 16), LINK(8 << 6 | 20, 20);

		private final int dataType;
		private final int keyBytes;

		AddressSet(int dataType, int keyBytes) {
			this.dataType = dataType;
			this.keyBytes = keyBytes;
		}

		static AddressSet of(IpAddress address) {
			return address.family() == Family.IPV4 ? IPV4 : address.isLinkLocal() ? LINK : IPV6;
		}

		String title() {
			return name().toLowerCase(Locale.ROOT);
		}

		byte[] key(IpAddress address, Link link) {
			ByteBuffer key = ByteBuffer.allocate(keyBytes).order(ByteOrder.nativeOrder()).put(address.bytes());
			if (key.hasRemaining()) {
				key.putInt(link.index());
			}
			return key.array();
		}
	}

	private final NftablesSocket socket;

	private AddressFilter(NftablesSocket socket) {
		this.socket = socket;
	}

	/** Makes the table with nothing to drop. @param priority of its chains among those of others */
	public static AddressFilter open(String table, int priority) throws LinuxException {
		NftablesSocket socket = new NftablesSocket(table);
		int errno = create(socket, priority, OWNED);
		if (errno == LinuxException.EOPNOTSUPP || errno == LinuxException.EINVAL) {
			errno = create(socket, priority, 0);
		}
		if (errno != 0) {
			socket.close();
			throw new LinuxException("cannot make the nftables table " + table + " for no_accept", errno);
		}
		return new AddressFilter(socket);
	}

	private static int create(NftablesSocket socket, int priority, int flags) {
		socket.begin();
		socket.addTable(flags);
		if (flags != OWNED) {
			// What a daemon has left that was killed.
			socket.deleteTable();
			socket.addTable(flags);
		}
		for (AddressSet set : AddressSet.values()) {
			socket.addSet(set.title(), set.ordinal() + 1, set.dataType, set.keyBytes);
		}
		addChain(socket, "in", 1, priority, 16, 24, NftablesRule.INPUT_INTERFACE);
		addChain(socket, "out", 3, priority, 12, 8, NftablesRule.OUTPUT_INTERFACE);
		return socket.commit();
	}

	/** @param ipv4Offset and {@code ipv6Offset}: where the address stands in the IP header */
	private static void addChain(NftablesSocket socket, String chain, int hook, int priority, int ipv4Offset, int ipv6Offset, int metaInterface) {
		socket.addFilterChain(chain, hook, priority);
		socket.addRule(chain, rule -> rule.family(NftablesRule.IPV4).address(ipv4Offset, 4, AddressSet.IPV4.title()).drop());
		socket.addRule(chain, rule -> rule.icmpv6(NftablesRule.NEIGHBOUR_SOLICITATION).accept());
		socket.addRule(chain, rule -> rule.icmpv6(NftablesRule.NEIGHBOUR_ADVERTISEMENT).accept());
		socket.addRule(chain, rule -> rule.family(NftablesRule.IPV6).address(ipv6Offset, 16, AddressSet.IPV6.title()).drop());
		socket.addRule(chain, rule -> rule.family(NftablesRule.IPV6).addressOnInterface(ipv6Offset, 16, metaInterface, AddressSet.LINK.title()).drop());
	}

	/** Drops packets to and from an address; one of the link on its interface only. @return 0 or the errno */
	public int block(IpAddress address, Link link) {
		AddressSet set = AddressSet.of(address);
		socket.begin();
		socket.addElement(set.title(), set.key(address, link));
		return socket.commit();
	}

	/** @return 0, also when it was not blocked, or the errno */
	public int unblock(IpAddress address, Link link) {
		AddressSet set = AddressSet.of(address);
		socket.begin();
		socket.deleteElement(set.title(), set.key(address, link));
		int errno = socket.commit();
		return errno == LinuxException.ENOENT ? 0 : errno;
	}

	/** Removes the table. */
	@Override
	public void close() {
		socket.begin();
		socket.deleteTable();
		socket.commit();
		socket.close();
	}
}
