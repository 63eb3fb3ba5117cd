package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.kaconf.runtime.linux.SystemCall.GETEUID;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/**
 * A user that programs run as.
 *
 * @param group the primary group
 * @param groups all groups, the primary one included
 */
@SuppressWarnings("restricted")
public record Account(String name, int user, int group, int[] groups) {
	/**
	 * Looks a user up as the C library does, name services included.
	 *
	 * @param groupName {@code null} for the user's own; other groups that it is in do not count, as in keepalived
	 */
	public static Optional<Account> find(String userName, String groupName) {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment name = arena.allocateFrom(userName);
			long passwd = Kernel.invoke(Kernel.function("getpwnam"), name.address(), 0, 0, 0, 0, 0);
			if (passwd == 0) {
				return Optional.empty();
			}
			// struct passwd: char *pw_name, *pw_passwd; uid_t pw_uid; gid_t pw_gid; ...
			MemorySegment entry = MemorySegment.ofAddress(passwd).reinterpret(24);
			int user = entry.get(JAVA_INT, 16);
			int ownGroup = entry.get(JAVA_INT, 20);
			if (groupName == null) {
				return Optional.of(new Account(userName, user, ownGroup, new int[] {ownGroup}));
			}
			// struct group: char *gr_name, *gr_passwd; gid_t gr_gid; ...
			long group = Kernel.invoke(Kernel.function("getgrnam"), arena.allocateFrom(groupName).address(), 0, 0, 0, 0, 0);
			if (group == 0) {
				return Optional.empty();
			}
			int number = MemorySegment.ofAddress(group).reinterpret(20).get(JAVA_INT, 16);
			return Optional.of(new Account(userName, user, number, new int[] {number}));
		}
	}

	/** The user this process runs as. */
	public static int currentUser() {
		return (int) Kernel.call(GETEUID, 0);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Account account && user == account.user && group == account.group && Arrays.equals(groups, account.groups);
	}

	@Override
	public int hashCode() {
		return user;
	}
}
