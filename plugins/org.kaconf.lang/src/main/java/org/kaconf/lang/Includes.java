package org.kaconf.lang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Finds the files that {@code include GLOB} means, as glob(3) does: alternatives in braces one after the other, the files of each in alphabetical order. */
final class Includes {
	private static final String WILDCARDS = "*?[";
	private static final Set<PosixFilePermission> EXECUTE = Set.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

	private final Path folder;
	private final List<Path> files = new ArrayList<>();
	private boolean missing;

	private Includes(Path folder) {
		this.folder = folder;
	}

	/**
	 * The files of a pattern.
	 *
	 * @param folder where relative patterns start
	 */
	static Includes find(Path folder, String glob) {
		Includes includes = new Includes(folder);
		List<String> alternatives = alternatives(glob);
		for (String alternative : alternatives) {
			if (isPattern(alternative)) {
				includes.wildcards(alternative);
			} else {
				includes.file(alternative, alternatives.size() == 1);
			}
		}
		return includes;
	}

	/** Paths relative to the folder when the pattern is; that of a pattern without wildcards and braces, whether or not there is such a file. */
	List<Path> files() {
		return files;
	}

	/** Whether a file or folder that the pattern names without a wildcard is not there. */
	boolean isIncomplete() {
		return missing;
	}

	/** Whether keepalived passes a file over as a program. */
	static boolean isExecutable(Path file) {
		try {
			return Files.getPosixFilePermissions(file).stream().anyMatch(EXECUTE::contains);
		} catch (IOException | UnsupportedOperationException unknown) {
			return false;
		}
	}

	private static boolean isPattern(String glob) {
		return glob.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
	}

	/** What comes of {@code a{b,c}d}: abd and acd. Braces that do not pair mean themselves. */
	private static List<String> alternatives(String glob) {
		int open = glob.indexOf('{');
		int close = open < 0 ? -1 : closing(glob, open);
		if (close < 0) {
			return List.of(glob);
		}
		List<String> all = new ArrayList<>();
		int start = open + 1;
		int depth = 0;
		for (int i = start; i <= close; i++) {
			char c = glob.charAt(i);
			if (i == close || c == ',' && depth == 0) {
				all.addAll(alternatives(glob.substring(0, open) + glob.substring(start, i) + glob.substring(close + 1)));
				start = i + 1;
			}
			depth += c == '{' ? 1 : c == '}' ? -1 : 0;
		}
		return all;
	}

	private static int closing(String glob, int open) {
		int depth = 0;
		for (int i = open; i < glob.length(); i++) {
			depth += glob.charAt(i) == '{' ? 1 : glob.charAt(i) == '}' ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		return -1;
	}

	private void file(String name, boolean only) {
		Optional<Path> path = Sources.path(name);
		if (path.isPresent() && (only || Files.exists(folder.resolve(path.get())))) {
			files.add(path.get());
		} else {
			missing = true;
		}
	}

	private void wildcards(String glob) {
		List<Path> found = List.of(Path.of(glob.startsWith("/") ? "/" : ""));
		for (String part : glob.split("/+")) {
			if (!part.isEmpty()) {
				found = step(found, part);
			}
		}
		files.addAll(found);
	}

	private List<Path> step(List<Path> parents, String part) {
		List<Path> found = new ArrayList<>();
		for (Path parent : parents) {
			if (isPattern(part)) {
				list(folder.resolve(parent), part).forEach(name -> found.add(parent.resolve(name)));
			} else {
				Optional<Path> child = Sources.path(part).map(parent::resolve).filter(path -> Files.exists(folder.resolve(path)));
				child.ifPresent(found::add);
				missing |= child.isEmpty();
			}
		}
		return found;
	}

	private List<Path> list(Path parent, String glob) {
		List<Path> names = new ArrayList<>();
		try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, glob)) {
			children.forEach(child -> names.add(child.getFileName()));
		} catch (IOException | DirectoryIteratorException | UncheckedIOException e) {
			missing = true;
		} catch (PatternSyntaxException e) {
			return List.of();
		}
		names.removeIf(name -> name.toString().startsWith(".") && !glob.startsWith("."));
		names.sort(null);
		return names;
	}
}
