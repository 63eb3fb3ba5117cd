package org.kaconf.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

import org.kaconf.lang.SourceProvider;

/**
 * A file whose text is to be written again.
 *
 * @param path as the user named it
 * @param charset what its bytes became characters by; they become the same bytes again
 */
record TextFile(Path path, String text, Charset charset) {
	/** @throws CommandFailure when it is no text that could be a configuration */
	static TextFile read(Path path) {
		try {
			if (Files.size(InputFiles.readable(path)) > SourceProvider.LARGEST_FILE) {
				throw new CommandFailure(path + ": is larger than " + (SourceProvider.LARGEST_FILE >> 20) + " MiB; that is no configuration");
			}
			return decode(path, Files.readAllBytes(path));
		} catch (IOException e) {
			throw new CommandFailure(path + ": cannot be read (" + e.getMessage() + "); check the path");
		}
	}

	/** In a file that is no UTF-8 each byte is taken for a character: outside of ASCII nothing has a meaning. */
	static TextFile decode(Path path, byte[] bytes) {
		for (byte b : bytes) {
			if (b == 0) {
				throw new CommandFailure(path + ": is a binary file: it holds NUL bytes");
			}
		}
		try {
			return new TextFile(path, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), StandardCharsets.UTF_8);
		} catch (CharacterCodingException e) {
			return new TextFile(path, new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
		}
	}

	/**
	 * Puts another text in its place, as a whole or not at all; owner and permissions stay.
	 *
	 * @throws CommandFailure when that cannot be done; then the file is as it was
	 */
	void replaceBy(String newText) {
		try {
			Path real = path.toRealPath();
			Path temporary = Files.createTempFile(real.getParent(), ".kaconf-", ".tmp");
			try {
				Files.write(temporary, newText.getBytes(charset));
				copyAccess(real, temporary);
				Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE);
			} finally {
				Files.deleteIfExists(temporary);
			}
		} catch (IOException e) {
			throw new CommandFailure(path + ": cannot be written (" + e.getMessage() + "); check the permissions of its folder");
		}
	}

	private static void copyAccess(Path from, Path to) throws IOException {
		PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
		if (target != null) {
			PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
			target.setPermissions(attributes.permissions());
			PosixFileAttributes now = target.readAttributes();
			if (!now.owner().equals(attributes.owner())) {
				target.setOwner(attributes.owner());
			}
			if (!now.group().equals(attributes.group())) {
				target.setGroup(attributes.group());
			}
		}
	}
}
