package org.kaconf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at the files of a command line before any work begins. */
final class InputFiles {
	private InputFiles() {
	}

	/** @throws CommandFailure when the file cannot be read */
	static Path readable(Path file) {
		if (!Files.exists(file)) {
			throw new CommandFailure(file + ": no such file; check the path");
		}
		if (Files.isDirectory(file)) {
			throw new CommandFailure(file + ": is a folder; name a .kaconf or keepalived.conf file in it");
		}
		if (!Files.isReadable(file)) {
			throw new CommandFailure(file + ": cannot be read; check its permissions or run as another user");
		}
		return file;
	}

	/** Without those that are an earlier one under another name, so that nothing is said twice. */
	static List<Path> distinct(List<Path> files) {
		Map<Path, Path> byRealPath = new LinkedHashMap<>();
		for (Path file : files) {
			try {
				byRealPath.putIfAbsent(file.toRealPath(), file);
			} catch (IOException e) {
				throw new CommandFailure(file + ": cannot be read any more; check the path");
			}
		}
		return List.copyOf(byRealPath.values());
	}
}
