package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.kaconf.runtime.linux.SystemCall.CLOSE;
import static org.kaconf.runtime.linux.SystemCall.OPENAT;
import static org.kaconf.runtime.linux.SystemCall.PRCTL;
import static org.kaconf.runtime.linux.SystemCall.SETGROUPS;
import static org.kaconf.runtime.linux.SystemCall.SETNS;
import static org.kaconf.runtime.linux.SystemCall.SETRESGID;
import static org.kaconf.runtime.linux.SystemCall.SETRESUID;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Changes what the calling thread is, and that thread alone. To the kernel user, groups and namespaces belong to a thread; only the C
 * library's wrappers change all threads at once, and they are passed by. What a thread starts inherits them.
 */
public final class ThreadIdentity {
	private static final int CLONE_NEWNET = 0x40000000;
	private static final int PR_CAP_AMBIENT = 47;
	private static final int PR_CAP_AMBIENT_CLEAR_ALL = 4;
	private static final int AT_FDCWD = -100;
	private static final int O_CLOEXEC = 0x80000;

	private ThreadIdentity() {
	}

	/** Becomes a user for good: no capability is left and there is no way back. Needs CAP_SETUID and CAP_SETGID. */
	public static void become(Account account) throws LinuxException {
		String attempt = "cannot become user " + account.name();
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment groups = arena.allocateFrom(JAVA_INT, account.groups());
			Kernel.check(Kernel.call(SETGROUPS, account.groups().length, groups.address(), 0), attempt);
			Kernel.check(Kernel.call(SETRESGID, account.group(), account.group(), account.group()), attempt);
			Kernel.check(Kernel.call(SETRESUID, account.user(), account.user(), account.user()), attempt);
		}
	}

	/** Gives up what programs would inherit of an unprivileged daemon's capabilities: what this thread starts has none. */
	public static void dropAmbientCapabilities() throws LinuxException {
		Kernel.check(Kernel.call(PRCTL, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0), "cannot drop ambient capabilities");
	}

	/** Enters a network namespace made by {@code ip netns add}: sockets the thread opens from now on belong to it. Needs CAP_SYS_ADMIN. */
	public static void enterNetworkNamespace(String name) throws LinuxException {
		String attempt = "cannot enter the network namespace " + name;
		try (Arena arena = Arena.ofConfined()) {
			long file = Kernel.check(Kernel.call(OPENAT, AT_FDCWD, arena.allocateFrom("/run/netns/" + name).address(), O_CLOEXEC), attempt);
			try {
				Kernel.check(Kernel.call(SETNS, file, CLONE_NEWNET, 0), attempt);
			} finally {
				Kernel.quickCall(CLOSE, file, 0, 0, 0, 0, 0);
			}
		}
	}
}
