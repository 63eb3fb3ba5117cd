package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Sends texts to a Unix datagram socket, named by a path or, with an {@code @} in front, in the abstract name space (unix(7)). */
public final class DatagramClient extends Socket {
	private static final int FAMILY_BYTES = 2;
	private final MemorySegment address;
	private final String name;

	public DatagramClient(String name) throws LinuxException {
		super(SocketAddresses.AF_UNIX, SOCK_DGRAM, 0, "cannot open a socket to " + name);
		this.name = name;
		address = name.startsWith("@") ? abstractAddress(name.substring(1)) : SocketAddresses.unix(name);
	}

	/** The length is a part of an abstract name. */
	private static MemorySegment abstractAddress(String name) {
		byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
		MemorySegment segment = Kernel.allocate(FAMILY_BYTES + 1L + bytes.length);
		segment.set(JAVA_SHORT, 0, (short) SocketAddresses.AF_UNIX);
		MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, FAMILY_BYTES + 1, bytes.length);
		return segment;
	}

	public void send(String text) throws LinuxException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		MemorySegment data = Kernel.allocate(bytes.length);
		MemorySegment.copy(bytes, 0, data, JAVA_BYTE, 0, bytes.length);
		Kernel.check(send(data, bytes.length, address), "cannot send to " + name);
	}
}
