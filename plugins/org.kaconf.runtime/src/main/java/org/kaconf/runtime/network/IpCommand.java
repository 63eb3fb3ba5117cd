package org.kaconf.runtime.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs ip(8). */
final class IpCommand {
	private IpCommand() {
	}

	/** @return its output; a failure is an exception with its first line of complaint */
	static String run(String... words) throws IOException {
		List<String> command = new ArrayList<>(List.of("ip"));
		command.addAll(List.of(words));
		Process process;
		try {
			process = new ProcessBuilder(command).redirectErrorStream(true).start();
		} catch (IOException e) {
			throw new IOException("the command ip is missing; install iproute2", e);
		}
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		try {
			if (process.waitFor() != 0) {
				throw new IOException(String.join(" ", command) + ": " + output.lines().findFirst().orElse("failed without a word"));
			}
		} catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
		return output;
	}
}
