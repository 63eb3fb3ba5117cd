package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.kaconf.runtime.linux.SystemCall.KILL;
import static org.kaconf.runtime.linux.SystemCall.PIDFD_OPEN;
import static org.kaconf.runtime.linux.SystemCall.WAIT4;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * A program started by posix_spawn, in a process group of its own and with nothing open but /dev/null. Its descriptor becomes readable when it
 * has ended. It runs as the user the starting thread is.
 */
public final class ChildProcess extends Descriptor {
	public static final int SIGKILL = 9;
	public static final int SIGTERM = 15;
	private static final int WNOHANG = 1;
	private static final int SPAWN_SETPGROUP = 0x02;
	private static final int SPAWN_SETSIGDEF = 0x04;
	private static final int SPAWN_SETSIGMASK = 0x08;
	private static final int O_RDWR = 2;
	/** Larger than posix_spawnattr_t (336) and posix_spawn_file_actions_t (80) of glibc. */
	private static final int OPAQUE_BYTES = 512;
	private static final int SIGNAL_SET_BYTES = 128;

	private final int pid;
	private final MemorySegment status = Kernel.allocate(4);

	private ChildProcess(int pid, int descriptor) {
		super(descriptor);
		this.pid = pid;
	}

	/** The library functions, bound when the first program starts: the daemon's own start need not wait for them. */
	private static final class Library {
		static final MethodHandle SPAWN = Kernel.function("posix_spawn");
		static final MethodHandle ATTRIBUTES_INIT = Kernel.function("posix_spawnattr_init");
		static final MethodHandle ATTRIBUTES_FLAGS = Kernel.function("posix_spawnattr_setflags");
		static final MethodHandle ATTRIBUTES_SIGNALS_DEFAULT = Kernel.function("posix_spawnattr_setsigdefault");
		static final MethodHandle ATTRIBUTES_DESTROY = Kernel.function("posix_spawnattr_destroy");
		static final MethodHandle ACTIONS_INIT = Kernel.function("posix_spawn_file_actions_init");
		static final MethodHandle ACTIONS_OPEN = Kernel.function("posix_spawn_file_actions_addopen");
		static final MethodHandle ACTIONS_CLOSE_FROM = Kernel.function("posix_spawn_file_actions_addclosefrom_np");
		static final MethodHandle ACTIONS_DESTROY = Kernel.function("posix_spawn_file_actions_destroy");
	}

	/**
	 * Goes the whole way of {@link #start} once, without a program. A thread that is about to become another user calls it before: that user may
	 * not be allowed to read the daemon's classes, and what is loaded is loaded.
	 */
	public static void rehearse() {
		try {
			start(List.of("/"), List.of()).close();
		} catch (LinuxException aFolderIsNoProgram) {
			// As expected.
		}
	}

	/**
	 * Starts a program; takes about a millisecond, so never on the thread that owns the timers.
	 *
	 * @param words absolute path and arguments; no shell looks at them
	 * @param environment entries {@code NAME=value}
	 */
	public static ChildProcess start(List<String> words, List<String> environment) throws LinuxException {
		String attempt = "cannot run " + words.getFirst();
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment attributes = arena.allocate(OPAQUE_BYTES, 8);
			MemorySegment actions = arena.allocate(OPAQUE_BYTES, 8);
			call(Library.ATTRIBUTES_INIT, attributes.address(), 0, attempt);
			call(Library.ACTIONS_INIT, actions.address(), 0, attempt);
			try {
				call(Library.ATTRIBUTES_FLAGS, attributes.address(), SPAWN_SETPGROUP | SPAWN_SETSIGDEF | SPAWN_SETSIGMASK, attempt);
				MemorySegment all = arena.allocate(SIGNAL_SET_BYTES, 8).fill((byte) 0xff);
				call(Library.ATTRIBUTES_SIGNALS_DEFAULT, attributes.address(), all.address(), attempt);
				MemorySegment devNull = arena.allocateFrom("/dev/null");
				for (int standard = 0; standard <= 2; standard++) {
					checkLibrary(Kernel.invoke(Library.ACTIONS_OPEN, actions.address(), standard, devNull.address(), O_RDWR, 0, 0), attempt);
				}
				// The JDK opens sockets that a child would otherwise inherit, among them the control socket.
				call(Library.ACTIONS_CLOSE_FROM, actions.address(), 3, attempt);
				MemorySegment pid = arena.allocate(JAVA_INT);
				MemorySegment arguments = pointers(words, arena);
				checkLibrary(Kernel.invoke(Library.SPAWN, pid.address(), arguments.get(JAVA_LONG, 0), actions.address(), attributes.address(),
						arguments.address(), pointers(environment, arena).address()), attempt);
				int number = pid.get(JAVA_INT, 0);
				return new ChildProcess(number, (int) Kernel.check(Kernel.call(PIDFD_OPEN, number, 0, 0), "cannot watch process " + number));
			} finally {
				Kernel.invoke(Library.ACTIONS_DESTROY, actions.address(), 0, 0, 0, 0, 0);
				Kernel.invoke(Library.ATTRIBUTES_DESTROY, attributes.address(), 0, 0, 0, 0, 0);
			}
		}
	}

	public int pid() {
		return pid;
	}

	/** Sends a signal to the program and to all it has started that stayed in its process group. */
	public void signalGroup(int signal) {
		Kernel.call(KILL, -pid, signal, 0);
	}

	/** @return how it ended, once it has */
	public Optional<WaitStatus> poll() {
		long ended = Kernel.call(WAIT4, pid, status.address(), WNOHANG, 0, 0, 0);
		return ended == pid ? Optional.of(WaitStatus.of(status.get(JAVA_INT, 0))) : Optional.empty();
	}

	private static void call(MethodHandle function, long first, long second, String attempt) throws LinuxException {
		checkLibrary(Kernel.invoke(function, first, second, 0, 0, 0, 0), attempt);
	}

	/** These functions return an int, the errno itself; the upper half of the register is not theirs. */
	private static void checkLibrary(long result, String attempt) throws LinuxException {
		Kernel.check(-(long) (int) result, attempt);
	}

	private static MemorySegment pointers(List<String> texts, Arena arena) {
		MemorySegment array = arena.allocate(JAVA_LONG, texts.size() + 1L);
		for (int i = 0; i < texts.size(); i++) {
			array.setAtIndex(JAVA_LONG, i, arena.allocateFrom(texts.get(i)).address());
		}
		return array;
	}
}
