package org.kaconf.generator.script;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of this machine. */
final class Programs {
	private Programs() {
	}

	static boolean isThere(String name) {
		return find(name).isPresent();
	}

	static Optional<Path> find(String name) {
		String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/sbin";
		return Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
	}
}
