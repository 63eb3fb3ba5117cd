package org.kaconf.runtime.linux;

import static org.kaconf.runtime.linux.SystemCall.UMASK;

/** The file mode creation mask of this process. */
public final class FileMode {
	private FileMode() {
	}

	/** What runs under a mask. */
	public interface Action<E extends Exception> {
		void run() throws E;
	}

	/** Runs an action whose new files, sockets included, are for their owner alone. The mask is the whole process's: use it while one thread runs. */
	public static <E extends Exception> void ownerOnly(Action<E> action) throws E {
		long before = Kernel.call(UMASK, 0177);
		try {
			action.run();
		} finally {
			Kernel.call(UMASK, before);
		}
	}
}
