package org.kaconf.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's first example, a cluster without findings. */
final class ExampleText {
	static final String CLUSTER = read();

	private ExampleText() {
	}

	private static String read() {
		try {
			return Files.readString(Path.of("../../examples/nginx-ha/cluster.kaconf"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The line, counted from 1, on which a text stands first. */
	static int lineOf(String text) {
		return (int) CLUSTER.substring(0, CLUSTER.indexOf(text)).lines().count() + (CLUSTER.charAt(CLUSTER.indexOf(text) - 1) == '\n' ? 1 : 0);
	}
}
