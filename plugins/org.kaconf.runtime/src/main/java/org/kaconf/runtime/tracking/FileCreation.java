package org.kaconf.runtime.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.kaconf.model.TrackFile;
import org.kaconf.runtime.control.Messages;
import org.kaconf.runtime.loop.Log;

/** {@code init_file}: makes tracked files that are not there, or overwrites them at the start of the daemon. */
final class FileCreation {
	private FileCreation() {
	}

	/** @param starting whether the daemon starts; a reload overwrites nothing */
	static void create(TrackFile file, boolean starting, Log log) {
		Path path = Path.of(file.path());
		boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
		if (file.initialValue() == null || exists && !(file.overwrite() && starting)) {
			return;
		}
		if (exists && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
			log.info("Cannot initialise track file " + file.name() + " - it is not a regular file");
			return;
		}
		try {
			Files.writeString(path, file.initialValue() + "\n", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
		} catch (IOException e) {
			log.info("Unable to initialise track file " + file.name() + ": " + Messages.of(e));
		}
	}
}
