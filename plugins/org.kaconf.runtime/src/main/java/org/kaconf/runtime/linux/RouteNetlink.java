package org.kaconf.runtime.linux;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;

/**
 * Asks the kernel about interfaces and addresses, and sets and removes addresses. The kernel answers a request before the system call that
 * sends it returns, so nothing here waits. For one thread.
 */
public final class RouteNetlink extends NetlinkSocket {
	private static final int ERROR = 2;
	private static final int DONE = 3;
	/** IFA_F_NODAD: an address that moves must be usable at once. */
	private static final int NO_DUPLICATE_DETECTION = 0x02;

	private int sequence;
	private int result;
	private boolean done;

	public RouteNetlink() throws LinuxException {
		super(0);
	}

	public List<Link> links() throws LinuxException {
		List<Link> links = new ArrayList<>();
		dump(GET_LINK, 16, NEW_LINK, body -> links.add(readLink(body)));
		return links;
	}

	public List<LinkAddress> addresses() throws LinuxException {
		List<LinkAddress> addresses = new ArrayList<>();
		dump(GET_ADDRESS, 8, NEW_ADDRESS, body -> {
			LinkAddress address = readAddress(body);
			if (address != null) {
				addresses.add(address);
			}
		});
		return addresses;
	}

	/** Sets an address; one that is there already is left or updated. @return 0 or the errno */
	public int add(VirtualAddress address, Link link) {
		return change(NEW_ADDRESS, NetlinkMessage.CREATE | NetlinkMessage.REPLACE, address, link);
	}

	/** Removes an address. @return 0 or the errno */
	public int remove(VirtualAddress address, Link link) {
		return change(DELETE_ADDRESS, 0, address, link);
	}

	private int change(int type, int flags, VirtualAddress address, Link link) {
		IpAddress ip = address.address();
		NetlinkMessage message = new NetlinkMessage(type, NetlinkMessage.REQUEST | NetlinkMessage.ACK | flags, ++sequence);
		message.putByte(ip.family() == Family.IPV4 ? SocketAddresses.AF_INET : SocketAddresses.AF_INET6).putByte(address.prefix().length()).putByte(ip.family() == Family.IPV6 ? NO_DUPLICATE_DETECTION : 0)
				.putByte(address.scope() == null ? 0 : AddressScope.number(address.scope())).putInt(link.index());
		message.attribute(ATTRIBUTE_LOCAL, ip.bytes());
		message.attribute(ATTRIBUTE_ADDRESS, address.peer() == null ? ip.bytes() : address.peer().address().bytes());
		byte[] broadcast = Broadcast.of(address);
		if (broadcast != null) {
			message.attribute(ATTRIBUTE_BROADCAST, broadcast);
		}
		if (address.label() != null) {
			message.attribute(ATTRIBUTE_LABEL, address.label());
		}
		return request(message, (messageType, seq, body) -> {
		});
	}

	private void dump(int type, int headerBytes, int answer, Consumer<ByteBuffer> each) throws LinuxException {
		NetlinkMessage message = new NetlinkMessage(type, NetlinkMessage.REQUEST | NetlinkMessage.DUMP, ++sequence);
		for (int i = 0; i < headerBytes; i += 4) {
			message.putInt(0);
		}
		int errno = request(message, (messageType, seq, body) -> {
			if (messageType == answer) {
				each.accept(body);
			}
		});
		Kernel.check(-errno, "cannot list interfaces and addresses");
	}

	private int request(NetlinkMessage message, MessageHandler handler) {
		var bytes = message.finish();
		long sent = send(bytes, bytes.byteSize(), SocketAddresses.netlink(0));
		if (sent < 0) {
			return (int) -sent;
		}
		int expected = sequence;
		done = false;
		result = 0;
		while (!done) {
			long received = receiveMessages((type, seq, body) -> {
				if (seq != expected) {
					return;
				}
				if (type == ERROR || type == DONE) {
					done = true;
					result = type == ERROR ? -body.getInt(0) : 0;
				} else {
					handler.message(type, seq, body);
				}
			});
			if (received < 0) {
				return (int) -received;
			}
		}
		return result;
	}
}
