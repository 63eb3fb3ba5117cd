package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.kaconf.runtime.linux.SystemCall.FCHOWNAT;
import static org.kaconf.runtime.linux.SystemCall.MKNODAT;
import static org.kaconf.runtime.linux.SystemCall.OPENAT;
import static org.kaconf.runtime.linux.SystemCall.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A named pipe that is written to without ever waiting for a reader. For one thread. */
public final class NamedPipe extends Descriptor {
	private static final int AT_FDCWD = -100;
	/** The folder may be another user's, who may have put a link in the place of the pipe meanwhile. */
	private static final int AT_SYMLINK_NOFOLLOW = 0x100;
	private static final int S_IFIFO = 0010000;
	private static final int S_IFMT = 0170000;
	private static final int OWNER_WRITES_ALL_READ = 0644;
	/** O_RDWR, so that it can be opened before there is a reader, O_NONBLOCK, O_NOFOLLOW, O_CLOEXEC. */
	private static final int OPEN_FLAGS = 02 | 04000 | (Architecture.IS_AMD64 ? 0400000 : 0100000) | 02000000;
	private static final int EEXIST = 17;
	private static final int MAXIMUM_BYTES = 4096;

	private final MemorySegment output = Kernel.allocate(MAXIMUM_BYTES);

	private NamedPipe(int number) {
		super(number);
	}

	/**
	 * Makes the pipe if nothing of its name is there.
	 *
	 * @param owner {@code null} for whom the daemon is
	 * @return whether it was made now; then whoever made it removes it
	 */
	public static boolean make(String path, Account owner) throws LinuxException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment name = arena.allocateFrom(path);
			long made = Kernel.call(MKNODAT, AT_FDCWD, name.address(), S_IFIFO | OWNER_WRITES_ALL_READ);
			if (made == -EEXIST) {
				return false;
			}
			Kernel.check(made, "cannot make the pipe " + path);
			if (owner != null) {
				Kernel.check(Kernel.call(FCHOWNAT, AT_FDCWD, name.address(), owner.user(), owner.group(), AT_SYMLINK_NOFOLLOW, 0), "cannot give the pipe " + path + " to " + owner.name());
			}
			return true;
		}
	}

	/** @throws IOException for what is no pipe, too: nothing is written into a file of the same name */
	public static NamedPipe open(String path) throws IOException {
		if (((Integer) Files.getAttribute(Path.of(path), "unix:mode", LinkOption.NOFOLLOW_LINKS) & S_IFMT) != S_IFIFO) {
			throw new IOException(path + " is no pipe; remove it or choose another path");
		}
		try (Arena arena = Arena.ofConfined()) {
			return new NamedPipe((int) Kernel.check(Kernel.call(OPENAT, AT_FDCWD, arena.allocateFrom(path).address(), OPEN_FLAGS), "cannot open the pipe " + path));
		}
	}

	/** Writes all of it or, when nobody reads and the pipe is full, nothing. */
	public boolean write(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		int length = Math.min(bytes.length, MAXIMUM_BYTES);
		MemorySegment.copy(bytes, 0, output, JAVA_BYTE, 0, length);
		return Kernel.call(WRITE, number(), output.address(), length) == length;
	}
}
