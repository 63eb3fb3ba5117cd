package org.kaconf.lang.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
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

/**
 * Asks the installed keepalived what it thinks of a configuration ({@code keepalived -t}), in network and mount namespaces of its own. They are made
 * once: a shell in them waits for the next configuration.
 */
final class KeepalivedCheck implements AutoCloseable {
	private static final Pattern MESSAGE = Pattern.compile("\\((?:.*: )?Line (\\d+)\\) (.*)");
	/** Stands with the exit code behind the messages of one configuration. */
	private static final Pattern END = Pattern.compile("kaconf-checked (\\d+)");
	/** An exit code from here on says by which signal it died. */
	private static final int FIRST_OF_A_SIGNAL = 128;
	private static final String IN_NAMESPACE = "mount -t tmpfs kaconf " + Samples.FOLDER + " && ip link add " + Samples.INTERFACE
			+ " type veth peer name va1 && ip link set " + Samples.INTERFACE + " up && ip addr add 10.9.0.1/24 dev " + Samples.INTERFACE
			+ " && while read -r file; do keepalived -t -f \"$file\"; echo kaconf-checked $?; done";

	private final Path file;
	private final Process shell;
	private final BufferedReader answers;
	private final Writer questions;

	/** @param folder for the configurations */
	KeepalivedCheck(Path folder) throws IOException {
		file = folder.resolve("keepalived.conf");
		shell = new ProcessBuilder("unshare", "--net", "--mount", "sh", "-c", IN_NAMESPACE).redirectErrorStream(true).start();
		answers = shell.inputReader(StandardCharsets.UTF_8);
		questions = shell.outputWriter(StandardCharsets.UTF_8);
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

	Answer ask(String configuration) throws IOException {
		Files.writeString(file, configuration, StandardCharsets.US_ASCII);
		questions.write(file + "\n");
		questions.flush();
		Map<Integer, List<String>> messages = new TreeMap<>();
		for (String line = answers.readLine(); line != null; line = answers.readLine()) {
			Matcher end = END.matcher(line);
			if (end.matches())
				return new Answer(messages, Integer.parseInt(end.group(1)) >= FIRST_OF_A_SIGNAL);
			Matcher message = MESSAGE.matcher(line);
			if (message.matches())
				messages.computeIfAbsent(Integer.valueOf(message.group(1)), key -> new ArrayList<>()).add(message.group(2));
		}
		throw new IOException("the shell in the namespaces has ended");
	}

	/** Ends the shell, and with it the namespaces. */
	@Override
	public void close() throws IOException {
		questions.close();
		shell.destroy();
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
