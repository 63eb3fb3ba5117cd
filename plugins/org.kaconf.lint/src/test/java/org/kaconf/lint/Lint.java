package org.kaconf.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.kaconf.lang.Analysis;
import org.kaconf.lang.ForeignBytes;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;

/** Reads and checks configurations in tests. */
public final class Lint {
	private static final Kaconf KACONF = Kaconf.create();

	private Lint() {
	}

	public static Analysis analyse(Path file) {
		return KACONF.analyse(file, LoadOptions.DEFAULT.withConfigId("lb1"));
	}

	public static Analysis analyseCluster(List<Path> files) {
		return KACONF.analyseCluster(files, LoadOptions.DEFAULT);
	}

	public static List<Diagnostic> check(Analysis analysis) {
		return new Linter(LintOptions.DEFAULT).check(analysis);
	}

	/** Writes a text to a file and checks it. */
	public static List<Diagnostic> check(Path file, String text) {
		write(file, text);
		return check(analyse(file));
	}

	/** The configuration to read for an example that is about another file. */
	public static Path write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			return Files.write(file, ForeignBytes.encode(text));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The text a diagnostic is about. */
	public static String marked(Diagnostic diagnostic, String text) {
		List<String> lines = text.lines().toList();
		String line = lines.get(diagnostic.origin().line() - 1);
		int end = diagnostic.origin().endLine() == diagnostic.origin().line() ? diagnostic.origin().endColumn() - 1 : line.length();
		return line.substring(diagnostic.origin().column() - 1, end);
	}
}
