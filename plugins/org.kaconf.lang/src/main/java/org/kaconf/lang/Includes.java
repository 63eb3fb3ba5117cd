package org.kaconf.lang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Finds the files that {@code include GLOB} means. */
final class Includes {
	private static final String WILDCARDS = "*?[{";

	private Includes() {
	}

	static boolean isPattern(String glob) {
		return glob.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
	}

	/**
	 * The files of a pattern, in alphabetical order.
	 *
	 * @param folder where relative patterns start
	 * @return paths relative to the folder when the pattern is; none when nothing matches or the pattern cannot be one
	 */
	static List<Path> find(Path folder, String glob) {
		if (!isPattern(glob)) {
			return Sources.path(glob).map(List::of).orElse(List.of());
		}
		String[] parts = glob.split("/+");
		boolean absolute = glob.startsWith("/");
		List<Path> found = List.of(Path.of(absolute ? "/" : ""));
		for (String part : parts) {
			if (!part.isEmpty()) {
				found = step(folder, found, part);
			}
		}
		return found;
	}

	private static List<Path> step(Path folder, List<Path> parents, String part) {
		List<Path> found = new ArrayList<>();
		for (Path parent : parents) {
			if (!isPattern(part)) {
				Optional<Path> child = Sources.path(part);
				child.map(parent::resolve).filter(path -> Files.exists(folder.resolve(path))).ifPresent(found::add);
			} else {
				list(folder.resolve(parent), part).forEach(name -> found.add(parent.resolve(name)));
			}
		}
		return found;
	}

	private static List<Path> list(Path folder, String glob) {
		List<Path> names = new ArrayList<>();
		try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, glob)) {
			children.forEach(child -> names.add(child.getFileName()));
		} catch (IOException | DirectoryIteratorException | UncheckedIOException | PatternSyntaxException e) {
			return List.of();
		}
		names.removeIf(name -> name.toString().startsWith(".") && !glob.startsWith("."));
		names.sort(null);
		return names;
	}
}
