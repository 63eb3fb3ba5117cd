package org.kaconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
			write(path);
			return new PidFile(path);
		} catch (IOException e) {
			throw new DaemonException(ExitCode.FAILURE, "pid file " + path + " cannot be written: " + Messages.of(e) + "; choose another with -p", e);
		}
	}

	/** All of it or, such as on a full disk, nothing. In a folder for everybody, nobody else's file or link of these names is written to. */
	private static void write(Path path) throws IOException {
		Path next = path.resolveSibling(path.getFileName() + ".new");
		try {
			Files.deleteIfExists(next);
			Files.writeString(next, ProcessHandle.current().pid() + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException e) {
			Files.deleteIfExists(next);
			throw e;
		}
	}

	private static void refuseRunning(Path path) throws IOException, DaemonException {
		if (!Files.isRegularFile(path)) {
			throw new DaemonException(ExitCode.USAGE, "pid file " + path + ": there is something else of this name; choose another with -p");
		}
		String text = Files.readString(path).trim();
		if (text.isEmpty()) {
			// A daemon whose disk was full left it.
			return;
		}
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
