package org.kaconf.generator.script;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of this machine. */
public final class Programs {
	private Programs() {
	}

	public static boolean isThere(String name) {
		return find(name).isPresent();
	}

	/** Skips the test where a program is not installed, except in CI, where it must be. */
	public static Path need(String name) {
		Optional<Path> program = find(name);
		assumeTrue(program.isPresent() || System.getenv("CI") != null, name + " is not installed");
		return program.orElseThrow(() -> new AssertionError(name + " is not installed, and CI promises that it is"));
	}

	public static Optional<Path> find(String name) {
		String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin" + File.pathSeparator + "/sbin";
		return Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
	}
}
