package org.kaconf.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The programs that can be started by name. */
final class SearchPath {
	private SearchPath() {
	}

	static boolean has(String program) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
				.anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, program)));
	}
}
