package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.kaconf.runtime.linux.SystemCall.CONNECT;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Sends lines to the local syslog (RFC 3164 form, facility daemon). For one thread. */
public final class SyslogSocket extends Socket {
	private static final String PATH = "/dev/log";
	private static final int FACILITY_DAEMON = 3 << 3;
	private static final int MAXIMUM_BYTES = 2048;
	private final MemorySegment output = Kernel.allocate(MAXIMUM_BYTES);
	private final MemorySegment address;
	private final String tag;

	/** @throws LinuxException when no syslog listens */
	public SyslogSocket(String program) throws LinuxException {
		this(program, PATH);
	}

	SyslogSocket(String program, String path) throws LinuxException {
		super(SocketAddresses.AF_UNIX, SOCK_DGRAM, 0, "cannot open a socket for syslog");
		address = SocketAddresses.unix(path);
		tag = program + "[" + ProcessHandle.current().pid() + "]: ";
		try {
			Kernel.check(Kernel.call(CONNECT, number(), address.address(), address.byteSize()), "cannot reach syslog at " + path);
		} catch (LinuxException e) {
			close();
			throw e;
		}
	}

	/** @param severity 0 (emergency) .. 7 (debug) */
	public void send(int severity, String text) {
		byte[] line = ("<" + (FACILITY_DAEMON | severity) + ">" + tag + text).getBytes(StandardCharsets.UTF_8);
		int length = Math.min(line.length, MAXIMUM_BYTES);
		MemorySegment.copy(line, 0, output, JAVA_BYTE, 0, length);
		send(output, length, address);
	}
}
