package org.kaconf.runtime.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names that iproute2's files give to numbers of routing, such as those of tables; numbers may be written as they are. Files are read when they are needed. */
final class RoutingNames {
	/** What has names. */
	enum Kind {
		TABLE("routing table", "rt_tables", Map.of("default", 253, "main", 254, "local", 255)),
		PROTOCOL("routing protocol", "rt_protos", Map.of("redirect", 1, "kernel", 2, "boot", 3, "static", 4, "keepalived", 18)),
		SCOPE("scope", "rt_scopes", Map.of("global", 0, "site", 200, "link", 253, "host", 254, "nowhere", 255)),
		REALM("realm", "rt_realms", Map.of("unknown", 0)), TOS("type of service", "rt_dsfield", Map.of()), GROUP("group of interfaces", "group", Map.of("default", 0));

		private final String title;
		private final String file;
		private final Map<String, Integer> always;

		Kind(String title, String file, Map<String, Integer> always) {
			this.title = title;
			this.file = file;
			this.always = always;
		}
	}

	/** The first that has a file counts; a folder beside the file holds further files. */
	private static final List<Path> FOLDERS = List.of(Path.of("/etc/iproute2"), Path.of("/usr/share/iproute2"));
	private static final Map<Kind, Map<String, Integer>> KNOWN = new HashMap<>();

	private RoutingNames() {
	}

	/**
	 * @param written a name, or a number in decimal, or in hexadecimal after {@code 0x}
	 * @throws IllegalArgumentException when this host knows no such name
	 */
	static synchronized int number(Kind kind, String written) {
		if (!written.isEmpty() && Character.isDigit(written.charAt(0))) {
			return (int) (long) Long.decode(written.startsWith("0x") ? written : written.replaceFirst("^0+(?=.)", ""));
		}
		Integer number = KNOWN.computeIfAbsent(kind, RoutingNames::read).get(written);
		if (number == null) {
			throw new IllegalArgumentException("there is no " + kind.title + " " + written + " on this host; write its number or add it to /etc/iproute2/" + kind.file);
		}
		return number;
	}

	/** {@code [SOURCE/]DESTINATION}, as the kernel has both in one number. */
	static int realms(String written) {
		int slash = written.indexOf('/');
		int source = slash < 0 ? 0 : number(Kind.REALM, written.substring(0, slash));
		return source << 16 | number(Kind.REALM, written.substring(slash + 1));
	}

	private static Map<String, Integer> read(Kind kind) {
		Map<String, Integer> names = new HashMap<>(kind.always);
		for (int i = FOLDERS.size() - 1; i >= 0; i--) {
			read(FOLDERS.get(i).resolve(kind.file), names);
			Path folder = FOLDERS.get(i).resolve(kind.file + ".d");
			if (Files.isDirectory(folder)) {
				try (Stream<Path> more = Files.list(folder)) {
					more.filter(file -> file.toString().endsWith(".conf")).sorted().forEach(file -> read(file, names));
				} catch (IOException unreadable) {
					// As if it were empty: a name that is missed then is named.
				}
			}
		}
		return names;
	}

	private static void read(Path file, Map<String, Integer> names) {
		if (!Files.isReadable(file)) {
			return;
		}
		try {
			for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
				String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
				if (words.length == 2) {
					names.put(words[1], (int) (long) Long.decode(words[0]));
				}
			}
		} catch (IOException | NumberFormatException damaged) {
			// What was read counts.
		}
	}
}
