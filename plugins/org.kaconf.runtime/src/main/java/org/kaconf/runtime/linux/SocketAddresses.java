package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.kaconf.model.Family;
import org.kaconf.model.IpAddress;

/** Builds the kernel's socket address structures. */
final class SocketAddresses {
	static final int AF_UNIX = 1;
	static final int AF_INET = 2;
	static final int AF_INET6 = 10;
	static final int AF_NETLINK = 16;
	static final int AF_PACKET = 17;
	static final int INET_BYTES = 16;
	static final int INET6_BYTES = 28;
	/** Where the address stands in struct sockaddr_in6. */
	static final int INET6_ADDRESS_OFFSET = 8;
	static final int NETLINK_BYTES = 12;
	static final int LINK_BYTES = 20;
	static final int UNIX_BYTES = 110;

	private SocketAddresses() {
	}

	/** AF_INET or AF_INET6. */
	static int family(Family family) {
		return family == Family.IPV4 ? AF_INET : AF_INET6;
	}

	/** struct sockaddr_in or struct sockaddr_in6, without a port and a scope. */
	static MemorySegment inet(IpAddress address) {
		boolean ipv4 = address.family() == Family.IPV4;
		MemorySegment segment = Kernel.allocate(ipv4 ? INET_BYTES : INET6_BYTES);
		segment.set(JAVA_SHORT, 0, (short) family(address.family()));
		MemorySegment.copy(address.bytes(), 0, segment, JAVA_BYTE, ipv4 ? 4 : INET6_ADDRESS_OFFSET, address.family().bytes());
		return segment;
	}

	/** struct sockaddr_nl of this process, member of the multicast groups of a bit mask. */
	static MemorySegment netlink(int groups) {
		MemorySegment segment = Kernel.allocate(NETLINK_BYTES);
		segment.set(JAVA_SHORT, 0, (short) AF_NETLINK);
		segment.set(JAVA_INT, 8, groups);
		return segment;
	}

	/** struct sockaddr_ll for frames of a protocol to or from an interface; index 0 is every interface. */
	static MemorySegment link(int interfaceIndex, int etherType) {
		MemorySegment segment = Kernel.allocate(LINK_BYTES);
		segment.set(JAVA_SHORT, 0, (short) AF_PACKET);
		segment.set(JAVA_SHORT, 2, Short.reverseBytes((short) etherType));
		segment.set(JAVA_INT, 4, interfaceIndex);
		return segment;
	}

	/** struct sockaddr_un. */
	static MemorySegment unix(String path) {
		byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
		MemorySegment segment = Kernel.allocate(UNIX_BYTES);
		segment.set(JAVA_SHORT, 0, (short) AF_UNIX);
		MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 2, Math.min(bytes.length, UNIX_BYTES - 3));
		return segment;
	}
}
