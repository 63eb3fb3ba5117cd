package org.kaconf.lang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to call nodes that no cluster block names. */
final class NodeNames {
	private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");
	private static final String UNKNOWN = "localhost";

	private NodeNames() {
	}

	/** The name of this host up to its first dot: keepalived's config id when nothing else is said. Never asks a name server. */
	static String ofHost() {
		String name = hostName();
		int dot = name.indexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}

	private static String hostName() {
		try {
			String name = Files.readString(KERNEL).strip();
			return name.isEmpty() ? UNKNOWN : name;
		} catch (IOException notLinux) {
			return Optional.ofNullable(System.getenv("HOSTNAME")).filter(name -> !name.isBlank()).orElse(UNKNOWN);
		}
	}

	/** The stems of files; with as many folders in front as it takes to tell them apart. */
	static List<String> ofFiles(List<Path> files) {
		List<Path> paths = files.stream().map(f -> f.toAbsolutePath().normalize()).toList();
		int most = paths.stream().mapToInt(Path::getNameCount).max().orElse(1);
		for (int folders = 0; folders < most; folders++) {
			int depth = folders;
			List<String> names = paths.stream().map(p -> name(p, depth)).toList();
			if (new HashSet<>(names).size() == names.size()) {
				return names;
			}
		}
		return numbered(paths);
	}

	/** The stem alone, or the name of the folder that many levels up and those below it, without the file. */
	private static String name(Path path, int folders) {
		String file = path.getFileName() == null ? "node" : path.getFileName().toString();
		int dot = file.lastIndexOf('.');
		String stem = dot > 0 ? file.substring(0, dot) : file;
		int parents = path.getNameCount() - 1;
		int from = Math.max(0, parents - folders);
		return folders == 0 || parents == 0 ? stem : path.subpath(from, parents).toString().replace('/', '-');
	}

	private static List<String> numbered(List<Path> paths) {
		Map<String, Integer> count = new HashMap<>();
		List<String> names = new ArrayList<>();
		for (Path path : paths) {
			String stem = name(path, 0);
			int number = count.merge(stem, 1, Integer::sum);
			names.add(number == 1 ? stem : stem + "-" + number);
		}
		return names;
	}

	/** Whether a name can stand in an {@code @name} line and be a folder of generated files. */
	static boolean isLikeAHosts(String name) {
		return !name.isEmpty() && !name.startsWith(".")
				&& name.codePoints().noneMatch(c -> c == '/' || c == '\\' || Character.isWhitespace(c) || Character.isISOControl(c));
	}
}
