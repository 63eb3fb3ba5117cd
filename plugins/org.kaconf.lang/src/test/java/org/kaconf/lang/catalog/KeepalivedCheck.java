package org.kaconf.lang.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the installed keepalived what it thinks of a configuration ({@code keepalived -t}), in network and mount namespaces of its own. */
final class KeepalivedCheck {
	private static final Pattern MESSAGE = Pattern.compile("\\((?:.*: )?Line (\\d+)\\) (.*)");
	private static final String CRASH = "keepalived-crashed";
	private static final String IN_NAMESPACE = "mount -t tmpfs kaconf " + Samples.FOLDER + " && ip link add " + Samples.INTERFACE
			+ " type veth peer name va1 && ip link set " + Samples.INTERFACE + " up && ip addr add 10.9.0.1/24 dev " + Samples.INTERFACE + " && { keepalived -t -f \"$1\"; [ $? -lt 128 ] || echo " + CRASH + "; }";

	private KeepalivedCheck() {
	}

	static boolean isPossible() {
		return run(List.of("keepalived", "-v")).contains("Keepalived v2.2.7") && run(List.of("unshare", "--net", "--mount", "echo", "separated")).equals("separated\n");
	}

	/**
	 * What it says.
	 *
	 * @param messages by line of the configuration
	 * @param crashed  whether it died of a signal
	 */
	record Answer(Map<Integer, List<String>> messages, boolean crashed) {
	}

	static Answer ask(Path folder, String configuration) {
		Map<Integer, List<String>> messages = new TreeMap<>();
		try {
			Path file = Files.writeString(folder.resolve("keepalived.conf"), configuration, StandardCharsets.US_ASCII);
			String output = run(List.of("unshare", "--net", "--mount", "sh", "-c", IN_NAMESPACE, "sh", file.toString()));
			for (String line : output.lines().toList()) {
				Matcher matcher = MESSAGE.matcher(line);
				if (matcher.matches())
					messages.computeIfAbsent(Integer.valueOf(matcher.group(1)), key -> new ArrayList<>()).add(matcher.group(2));
			}
			return new Answer(messages, output.contains(CRASH));
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static String run(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(10, TimeUnit.SECONDS))
				process.destroyForcibly();
			return output;
		} catch (IOException e) {
			return ""; // not installed here
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return "";
		}
	}
}
