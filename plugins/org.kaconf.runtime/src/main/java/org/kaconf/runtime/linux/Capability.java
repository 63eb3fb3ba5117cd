package org.kaconf.runtime.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Privileges of the kernel (capabilities(7)) that the runtime has a use for. */
public enum Capability {
	/** To set addresses and to bind a socket to an interface. */
	CAP_NET_ADMIN(12),
	/** To open raw and packet sockets. */
	CAP_NET_RAW(13),
	/** To run scripts as another user. */
	CAP_SETUID(7),
	/** To run scripts as another group. */
	CAP_SETGID(6);

	private static final Path STATUS = Path.of("/proc/self/status");
	private static final String EFFECTIVE = "CapEff:";
	private final int bit;

	Capability(int bit) {
		this.bit = bit;
	}

	/** Those this process has. */
	public static Set<Capability> effective() throws IOException {
		long mask = 0;
		for (String line : Files.readAllLines(STATUS)) {
			if (line.startsWith(EFFECTIVE)) {
				mask = Long.parseUnsignedLong(line.substring(EFFECTIVE.length()).trim(), 16);
			}
		}
		Set<Capability> effective = EnumSet.noneOf(Capability.class);
		for (Capability capability : values()) {
			if ((mask >>> capability.bit & 1) == 1) {
				effective.add(capability);
			}
		}
		return effective;
	}
}
