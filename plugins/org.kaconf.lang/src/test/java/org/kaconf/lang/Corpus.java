package org.kaconf.lang;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real configuration files, where they are at hand. */
public final class Corpus {
	private Corpus() {
	}

	/** All of them in the order of their names; without any the test is skipped. */
	public static List<Path> files() throws IOException {
		Path folder = folder();
		assumeTrue(folder != null, "no corpus beside this checkout");
		try (Stream<Path> found = Files.walk(folder)) {
			return found.filter(Files::isRegularFile).sorted().toList();
		}
	}

	/** A file's path within the corpus. */
	public static String name(Path file) {
		return folder().relativize(file).toString();
	}

	private static Path folder() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path corpus = folder.resolve("shared/corpus/files");
			if (Files.isDirectory(corpus)) {
				return corpus;
			}
		}
		return null;
	}
}
