package org.kaconf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for generated files that are needed only while a command runs; it is gone afterwards, also when the command is interrupted. */
final class ScratchFolder implements AutoCloseable {
	/** Only root may write in the first: check scripts below it pass keepalived's test of safe paths. */
	private static final List<Path> PARENTS = List.of(Path.of("/run"), Path.of(System.getProperty("java.io.tmpdir")));

	private final Path path;
	private final Thread atExit = new Thread(this::remove, "remove scratch folder");

	private ScratchFolder(Path path) {
		this.path = path;
		Runtime.getRuntime().addShutdownHook(atExit);
	}

	/** Others may enter it: check scripts run as the configured user. What is secret in it has modes of its own. */
	static ScratchFolder create(String prefix) {
		try {
			Path parent = PARENTS.stream().filter(Files::isWritable).findFirst().orElseThrow(() -> new IOException("no folder for temporary files is writable"));
			Path folder = Files.createTempDirectory(parent, prefix);
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
			return new ScratchFolder(folder);
		} catch (IOException e) {
			throw new CommandFailure("a temporary folder cannot be made: " + e.getMessage());
		}
	}

	Path path() {
		return path;
	}

	@Override
	public void close() {
		remove();
		try {
			Runtime.getRuntime().removeShutdownHook(atExit);
		} catch (IllegalStateException shuttingDown) {
			// The hook finds nothing left to do.
		}
	}

	private void remove() {
		if (!Files.exists(path)) {
			return;
		}
		try (Stream<Path> files = Files.walk(path)) {
			for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			System.err.println("kaconf: " + path + " could not be removed: " + e.getMessage());
		}
	}
}
