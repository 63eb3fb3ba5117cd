package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The other end of a Unix datagram socket. */
public final class DatagramListener extends Socket {
	private final MemorySegment input = Kernel.allocate(4096);

	public DatagramListener(Path path) throws LinuxException {
		this(SocketAddresses.unix(path.toString()));
	}

	DatagramListener(MemorySegment address) throws LinuxException {
		super(SocketAddresses.AF_UNIX, SOCK_DGRAM, 0, "socket");
		bind(address, "bind");
	}

	/** What has arrived first; {@code null} for nothing. */
	public String next() {
		long length = receive(input);
		return length < 0 ? null : new String(input.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
	}
}
