package org.kaconf.ui.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network namespace of our own with an eth0 in it; nothing that is sent there leaves it. */
final class Namespace implements AutoCloseable {
	private final String name = "kaconf-ui-" + ProcessHandle.current().pid();

	/** Makes the namespace, or skips the test where that is not permitted; where everything is tested (CI) that is a failure. */
	static Namespace create(String address) throws IOException, InterruptedException {
		Namespace namespace = new Namespace();
		boolean permitted = exitCode("ip", "netns", "add", namespace.name) == 0;
		if (System.getenv("CI") == null) {
			assumeTrue(permitted, "needs root and network namespaces (ip netns add)");
		} else if (!permitted) {
			throw new AssertionError("ip netns add is not permitted, but CI runs all tests");
		}
		namespace.ip("link", "set", "lo", "up");
		namespace.ip("link", "add", "eth0", "type", "veth", "peer", "name", "eth1");
		namespace.ip("link", "set", "eth1", "up");
		namespace.ip("addr", "add", address, "dev", "eth0");
		namespace.ip("link", "set", "eth0", "up");
		return namespace;
	}

	/** The words in front of a command that make it run in here. */
	String privilege() {
		return "ip netns exec " + name;
	}

	/** The addresses of the namespace, as {@code ip} prints them. */
	String addresses() throws IOException, InterruptedException {
		return output("ip", "-n", name, "-4", "-o", "addr", "show", "dev", "eth0");
	}

	private void ip(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("ip", "-n", name));
		command.addAll(Arrays.asList(arguments));
		output(command.toArray(String[]::new));
	}

	@Override
	public void close() throws IOException, InterruptedException {
		output("ip", "netns", "delete", name);
	}

	private static int exitCode(String... command) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			process.getInputStream().readAllBytes();
			return process.waitFor();
		} catch (IOException e) {
			return -1;
		}
	}

	private static String output(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IOException(String.join(" ", command) + ": " + output);
		}
		return output;
	}
}
