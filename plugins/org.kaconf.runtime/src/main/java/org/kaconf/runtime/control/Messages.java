package org.kaconf.runtime.control;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** What an {@link IOException} means, where its own message is only a path. */
public final class Messages {
	private Messages() {
	}

	/** One line. */
	public static String of(IOException e) {
		return switch (e) {
			case NoSuchFileException missing -> "no such file or directory";
			case AccessDeniedException denied -> "permission denied";
			case FileAlreadyExistsException exists -> "a file is in the way";
			default -> String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
		};
	}
}
