package org.kaconf.runtime.linux;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** A system call that failed. The message is one line: what was attempted and the C library's words for the error. */
@SuppressWarnings("restricted")
public final class LinuxException extends IOException {
	public static final int EPERM = 1;
	public static final int ENOENT = 2;
	public static final int ESRCH = 3;
	public static final int EINTR = 4;
	public static final int EAGAIN = 11;
	public static final int EACCES = 13;
	public static final int EEXIST = 17;
	public static final int ENODEV = 19;
	public static final int EINVAL = 22;
	public static final int EOPNOTSUPP = 95;
	public static final int ENOBUFS = 105;
	public static final int EADDRNOTAVAIL = 99;

	private final int errno;

	public LinuxException(String attempt, int errno) {
		super(attempt + ": " + describe(errno));
		this.errno = errno;
	}

	public int errno() {
		return errno;
	}

	/** Whether a missing capability is the cause. */
	public boolean isPermission() {
		return errno == EPERM || errno == EACCES;
	}

	/** Bound when the first error is to be told. */
	private static final class Library {
		static final MethodHandle STRERROR = Kernel.function("strerror");
	}

	/** The C library's text for an errno. */
	public static String describe(int errno) {
		long text = Kernel.invoke(Library.STRERROR, errno, 0, 0, 0, 0, 0);
		return MemorySegment.ofAddress(text).reinterpret(256).getString(0);
	}
}
