package org.kaconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kaconf.runtime.control.Messages;

/** The file that names the daemon's process while it runs. */
final class PidFile implements AutoCloseable {
	private final Path path;

	private PidFile(Path path) {
		this.path = path;
	}

	/** @param path {@code null} for no file */
	static PidFile take(Path path) throws DaemonException {
		if (path == null) {
			return new PidFile(null);
		}
		try {
			if (Files.exists(path)) {
				refuseRunning(path);
			}
			Files.writeString(path, ProcessHandle.current().pid() + "\n");
			return new PidFile(path);
		} catch (IOException e) {
			throw new DaemonException(ExitCode.FAILURE, "pid file " + path + " cannot be written: " + Messages.of(e) + "; choose another with -p", e);
		}
	}

	private static void refuseRunning(Path path) throws IOException, DaemonException {
		String text = Files.readString(path).trim();
		if (!text.matches("\\d{1,10}")) {
			throw new DaemonException(ExitCode.USAGE, "pid file " + path + " holds no process id; choose another with -p");
		}
		long pid = Long.parseLong(text);
		if (pid != ProcessHandle.current().pid() && ProcessHandle.of(pid).isPresent()) {
			throw new DaemonException(ExitCode.IN_USE, "pid file " + path + ": process " + pid + " is running; stop it or choose another file with -p");
		}
	}

	@Override
	public void close() {
		if (path != null) {
			try {
				Files.deleteIfExists(path);
			} catch (IOException e) {
				// The next start finds that its process is gone.
			}
		}
	}
}
