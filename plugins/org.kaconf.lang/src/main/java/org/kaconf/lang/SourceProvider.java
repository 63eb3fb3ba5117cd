package org.kaconf.lang;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where texts come from; an editor puts its unsaved text in front of the disk. */
@FunctionalInterface
public interface SourceProvider {
	/** Size in bytes beyond which a file is no configuration. */
	long LARGEST_FILE = 4L << 20;

	/** Reads files from the disk, UTF-8 or as {@link ForeignBytes}. */
	SourceProvider DISK = SourceProvider::readFile;

	/** The text of a file. @throws IOException with a one-line message that says what is wrong and what to do */
	String read(Path path) throws IOException;

	/** A provider that knows one text and takes all others from this one. */
	default SourceProvider with(Path path, String text) {
		Path known = path.toAbsolutePath().normalize();
		return asked -> asked.toAbsolutePath().normalize().equals(known) ? text : read(asked);
	}

	private static String readFile(Path path) throws IOException {
		try {
			if (Files.isDirectory(path)) {
				throw new IOException("is a folder; name a configuration file");
			}
			if (Files.exists(path) && !Files.isRegularFile(path)) {
				throw new IOException("is not a regular file");
			}
			if (Files.exists(path) && Files.size(path) > LARGEST_FILE) {
				throw new IOException("is larger than " + (LARGEST_FILE >> 20) + " MiB; that is no configuration");
			}
			return decode(Files.readAllBytes(path));
		} catch (NoSuchFileException e) {
			throw new IOException("does not exist", e);
		} catch (AccessDeniedException e) {
			throw new IOException("cannot be read: permission denied", e);
		}
	}

	private static String decode(byte[] bytes) throws IOException {
		for (byte b : bytes) {
			if (b == 0) {
				throw new IOException("is a binary file: it holds NUL bytes");
			}
		}
		return ForeignBytes.decode(bytes);
	}
}
