package org.kaconf.lang;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the installed keepalived makes of a configuration: it is started in a network namespace of its own, which has the interfaces eth0
 * and eth1, told to write down its data ({@code -d}), and ended.
 */
final class KeepalivedDump {
	private static final String IN_NAMESPACE = "ip link set lo up && ip link add eth0 type veth peer name eth1 && ip link set eth0 up && ip link set eth1 up"
			+ " && ip addr add 10.9.0.1/24 dev eth0 && ip addr add 10.9.1.1/24 dev eth1 && exec keepalived -P -B -n -l -d -f \"$1/k.conf\""
			+ " -p \"$1/p\" -r \"$1/r\" -c \"$1/c\" -b \"$1/b\"";
	private static final Pattern LOG_LINE = Pattern.compile("\\w{3} \\w{3} +\\d+ \\d\\d:\\d\\d:\\d\\d \\d{4}: (.*)");
	private static final Pattern SECTION = Pattern.compile(" (VRRP Instance|VRRP Sync Group|VRRP Script|Track file|VRRP Track process|VRRP Track BFD|Name) = ([^,]*).*");
	/** Comes from another process, at any moment. */
	private static final String OF_THE_PARENT = "Startup complete";
	private static final String LAST_PART = "------< Interfaces >------";

	private final Map<String, List<String>> sections = new LinkedHashMap<>();
	private final List<String> all = new ArrayList<>();

	/** @param folder for its files */
	static KeepalivedDump of(String configuration, Path folder) throws IOException {
		Files.writeString(folder.resolve("k.conf"), configuration);
		Process process = new ProcessBuilder("unshare", "--net", "sh", "-c", IN_NAMESPACE, "sh", folder.toString()).redirectErrorStream(true).start();
		try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
			return new KeepalivedDump(lines);
		} finally {
			process.destroy();
			process.onExit().join();
		}
	}

	private KeepalivedDump(BufferedReader lines) throws IOException {
		List<String> section = new ArrayList<>();
		boolean inLastPart = false;
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			Matcher message = LOG_LINE.matcher(line);
			String text = message.matches() ? message.group(1) : line;
			if (inLastPart && !text.startsWith(" ") && !text.equals(OF_THE_PARENT)) {
				break;
			}
			inLastPart |= text.equals(LAST_PART);
			all.add(text);
			Matcher head = SECTION.matcher(text);
			if (head.matches()) {
				section = sections.computeIfAbsent(head.group(1) + " " + head.group(2), name -> new ArrayList<>());
			} else if (text.startsWith("--")) {
				section = new ArrayList<>();
			} else if (text.startsWith(" ")) {
				section.add(text);
			}
		}
	}

	/** The lines of a section, such as {@code VRRP Instance VI_1}, or {@code Name eth0} of an interface, with the blanks in front of them; empty when there is none. */
	List<String> section(String name) {
		return sections.getOrDefault(name, List.of());
	}

	/** The lines that follow a head of a list within a section. */
	List<String> list(String section, String head) {
		List<String> list = new ArrayList<>();
		boolean inside = false;
		for (String line : section(section)) {
			if (line.startsWith("     ") && inside) {
				list.add(line.strip());
			} else {
				inside = line.strip().startsWith(head);
			}
		}
		return list;
	}

	@Override
	public String toString() {
		return String.join("\n", all);
	}
}
