package org.kaconf.runtime.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls into the C library. Everything is called as a function of seven longs that returns a long: {@code syscall} itself, and the few library
 * functions that are no system calls. Spare arguments are ignored by the callee in both calling conventions (System V, AAPCS64). Failures come
 * back as the negative errno, so the timing path needs no exceptions.
 */
@SuppressWarnings("restricted")
final class Kernel {
	private static final Linker LINKER = Linker.nativeLinker();
	private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
			JAVA_LONG, JAVA_LONG);
	private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
	private static final MemorySegment SYSCALL = symbol("syscall");
	/** For calls that return at once: no thread state transition. Its result does not say why a call failed, and it allocates nothing. */
	private static final MethodHandle QUICK = LINKER.downcallHandle(SYSCALL, SHAPE, Linker.Option.critical(false));

	/** Made when the first thread waits: each shape takes milliseconds to make, and the first advert shall not wait for one it does not need. */
	private static final class Blocking {
		/** The thread lets the garbage collector pass while it is inside. Without errno: fetching it allocates an object. */
		private static final MethodHandle CALL = LINKER.downcallHandle(SYSCALL, SHAPE);
	}

	/** Made when the first call fails. */
	private static final class Explained {
		private static final MethodHandle CALL = LINKER.downcallHandle(SYSCALL, SHAPE, ERRNO, Linker.Option.critical(false));
	}

	/** errno as the call left it, for each thread its own. */
	private static final ThreadLocal<MemorySegment> CALL_STATE = ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

	private Kernel() {
	}

	/**
	 * A call that returns at once. One that fails is made again to learn why, and the second result counts: what is not to be done twice uses
	 * {@link #callOnce}. Allocates nothing when it succeeds.
	 *
	 * @return the result, or the negative errno
	 */
	static long call(SystemCall call, long a, long b, long c, long d, long e, long f) {
		long result = quickCall(call, a, b, c, d, e, f);
		return result == -1 ? callOnce(call, a, b, c, d, e, f) : result;
	}

	/** @return the result, or the negative errno */
	static long callOnce(SystemCall call, long a, long b, long c, long d, long e, long f) {
		MemorySegment state = CALL_STATE.get();
		try {
			long result = (long) Explained.CALL.invokeExact(state, (long) call.number, a, b, c, d, e, f);
			return result == -1 ? -errno(state) : result;
		} catch (Throwable t) {
			throw new AssertionError(t);
		}
	}

	static long call(SystemCall call, long a, long b, long c) {
		return call(call, a, b, c, 0, 0, 0);
	}

	static long call(SystemCall call, long a) {
		return call(call, a, 0, 0, 0, 0, 0);
	}

	/** @return -1 for whatever went wrong */
	static long blockingCall(SystemCall call, long a, long b, long c, long d, long e, long f) {
		try {
			return (long) Blocking.CALL.invokeExact((long) call.number, a, b, c, d, e, f);
		} catch (Throwable t) {
			throw new AssertionError(t);
		}
	}

	/** A call that allocates nothing. @return -1 for whatever went wrong */
	static long quickCall(SystemCall call, long a, long b, long c, long d, long e, long f) {
		try {
			return (long) QUICK.invokeExact((long) call.number, a, b, c, d, e, f);
		} catch (Throwable t) {
			throw new AssertionError(t);
		}
	}

	/** A handle for {@link #invoke} on a function of the C library. */
	static MethodHandle function(String name) {
		return LINKER.downcallHandle(symbol(name), SHAPE, ERRNO);
	}

	/** Calls a function of the C library that is not {@code syscall}; the caller knows what its result means. */
	static long invoke(MethodHandle function, long a, long b, long c, long d, long e, long f) {
		try {
			return (long) function.invokeExact(CALL_STATE.get(), a, b, c, d, e, f, 0L);
		} catch (Throwable t) {
			throw new AssertionError(t);
		}
	}

	/** @return {@code result} when it is no negative errno */
	static long check(long result, String attempt) throws LinuxException {
		if (result < 0) {
			throw new LinuxException(attempt, (int) -result);
		}
		return result;
	}

	static MemorySegment allocate(long bytes) {
		return Arena.ofAuto().allocate(bytes, 8);
	}

	private static int errno(MemorySegment state) {
		// captureStateLayout on Linux holds errno and nothing else.
		return state.get(JAVA_INT, 0);
	}

	private static MemorySegment symbol(String name) {
		return LINKER.defaultLookup().find(name).orElseThrow(() -> new UnsupportedOperationException("the C library has no " + name));
	}
}
