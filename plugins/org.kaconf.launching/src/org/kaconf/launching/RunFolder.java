package org.kaconf.launching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** A temporary folder, readable by its owner only, for what the runtime leaves while it runs. */
record RunFolder(Path path) {
	static RunFolder create() throws CoreException {
		try {
			return new RunFolder(Files.createTempDirectory("kaconf-"));
		} catch (IOException e) {
			throw NodeLaunchDelegate.failure("No temporary folder can be made: " + e.getMessage(), e);
		}
	}

	/** Where the runtime writes its process id. */
	Path pidFile() {
		return path.resolve("pid");
	}

	/** Where the runtime answers status requests. */
	Path controlSocket() {
		return path.resolve("control");
	}

	/** The process id of the runtime; empty while it has not written it yet. */
	OptionalLong pid() {
		try {
			return OptionalLong.of(Long.parseLong(Files.readString(pidFile()).strip()));
		} catch (IOException | NumberFormatException e) {
			return OptionalLong.empty();
		}
	}

	/** Removes the folder. The runtime has removed its files, unless it was killed. */
	void delete() {
		try {
			Files.deleteIfExists(pidFile());
			Files.deleteIfExists(controlSocket());
			Files.deleteIfExists(path);
		} catch (IOException e) {
			ILog.of(RunFolder.class).warn("The temporary folder " + path + " stays", e);
		}
	}
}
