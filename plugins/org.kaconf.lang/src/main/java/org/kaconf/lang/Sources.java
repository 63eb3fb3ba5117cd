package org.kaconf.lang;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.model.Origin;

/** The files of one analysis; each is read and parsed once. */
final class Sources {
	private final SourceProvider provider;
	private final Function<String, KaconfFile> parser;
	private final Map<Path, SourceFile> files = new LinkedHashMap<>();
	private final Map<Path, String> failures = new LinkedHashMap<>();

	Sources(SourceProvider provider, Function<String, KaconfFile> parser) {
		this.provider = provider;
		this.parser = parser;
	}

	List<SourceFile> files() {
		return new ArrayList<>(files.values());
	}

	/** The file an analysis starts with; when it cannot be read, an empty one and a problem. */
	SourceFile root(Path path, List<Problem> problems) {
		Optional<SourceFile> file = load(path, path.toString());
		if (file.isPresent()) {
			return file.get();
		}
		problems.add(new Problem(ProblemKind.FILE, path + " " + failure(path), new Origin(path.toString(), 1, 1, 1, 1)));
		SourceFile nothing = new SourceFile(key(path), path.toString(), "", parser.apply(""));
		files.put(key(path), nothing);
		return nothing;
	}

	/** A file, empty when it cannot be read; then {@link #failure} says why. */
	Optional<SourceFile> load(Path path, String displayPath) {
		Path key = key(path);
		if (!files.containsKey(key) && !failures.containsKey(key)) {
			try {
				String text = provider.read(path);
				if (text.indexOf('\0') >= 0) {
					throw new IOException("is a binary file: it holds NUL bytes");
				}
				if (text.length() > SourceProvider.LARGEST_FILE) {
					throw new IOException("is larger than " + (SourceProvider.LARGEST_FILE >> 20) + " MiB; that is no configuration");
				}
				files.put(key, new SourceFile(key, displayPath, text, parser.apply(text)));
			} catch (IOException e) {
				failures.put(key, e.getMessage() == null ? "cannot be read" : e.getMessage());
			}
		}
		return Optional.ofNullable(files.get(key));
	}

	/** Why a file could not be read, as the rest of a sentence that starts with its name. */
	String failure(Path path) {
		return failures.get(key(path));
	}

	private static Path key(Path path) {
		return path.toAbsolutePath().normalize();
	}

	/** A path written in a configuration; empty when it can be none on this system. */
	static Optional<Path> path(String text) {
		try {
			return Optional.of(Path.of(text));
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}
}
