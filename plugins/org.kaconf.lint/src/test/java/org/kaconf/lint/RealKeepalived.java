package org.kaconf.lint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kaconf.lang.ForeignBytes;

/** The keepalived of this machine, in a network namespace that has eth0 and eth1 and ends with this object. */
final class RealKeepalived implements AutoCloseable {
	/** What it says about this machine rather than about the text. */
	private static final Pattern ABOUT_THE_HOST = Pattern.compile("Disabling track script|Unable to access script|max_auto_priority|no firewall configured|NOTICE:");
	private static final Pattern POSITION = Pattern.compile("^\\((?:([^:()]*): )?Line (\\d+)\\) ");
	private static final Pattern VERSION = Pattern.compile("^Keepalived v(\\d+\\.\\d+\\.\\d+)");
	private static final String SET_UP = "ip link set lo up && ip link add eth0 type veth peer name eth1 && ip link set eth0 up && ip link set eth1 up"
			+ " && command -v keepalived";

	private final Process shell;
	private final Writer commands;
	private final BufferedReader answers;
	private final Path folder;

	/** @param exitCode of keepalived @param messages what it printed, each once */
	record Answer(int exitCode, List<String> messages) {
	}

	/** @param file as keepalived names it; {@code null} while it reads one file only @param line 0 when it names none */
	record Message(String file, int line, String text) {
		/** Reads a line of its output. */
		static Message of(String line) {
			Matcher m = POSITION.matcher(line);
			return m.find() ? new Message(m.group(1), Integer.parseInt(m.group(2)), line.substring(m.end())) : new Message(null, 0, line);
		}
	}

	private RealKeepalived(Path folder) throws IOException {
		this.folder = folder;
		this.shell = new ProcessBuilder("unshare", "-n", "sh").directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		this.commands = shell.outputWriter(StandardCharsets.UTF_8);
		this.answers = shell.inputReader(StandardCharsets.UTF_8);
	}

	/**
	 * Makes the namespace.
	 *
	 * @param folder for files while it runs
	 * @throws IOException when keepalived is not installed or namespaces may not be made
	 */
	static RealKeepalived open(Path folder) throws IOException {
		RealKeepalived keepalived = new RealKeepalived(folder);
		try {
			Answer answer = keepalived.run(SET_UP);
			if (answer.exitCode() == 0) {
				return keepalived;
			}
			throw new IOException("keepalived cannot be asked here: " + answer);
		} catch (IOException e) {
			keepalived.close();
			throw e;
		}
	}

	/** Its release, such as {@code 2.2.7}; empty when it does not say one. */
	String version() throws IOException {
		return run("keepalived --version").messages().stream().map(VERSION::matcher).filter(Matcher::find).map(m -> m.group(1)).findFirst().orElse("");
	}

	/** Messages of {@code keepalived -t} that are about the text. */
	Answer check(Path configuration, String configId) throws IOException {
		Answer answer = test(configuration, configId);
		return new Answer(answer.exitCode(), answer.messages().stream().filter(line -> !ABOUT_THE_HOST.matcher(line).find())
				.map(line -> POSITION.matcher(line).replaceFirst("")).distinct().toList());
	}

	/** All messages of {@code keepalived -t} with the lines they are about. */
	List<Message> messages(Path configuration, String configId) throws IOException {
		return test(configuration, configId).messages().stream().map(Message::of).distinct().toList();
	}

	/** It says where it is in paths from its folder, so that is where it runs. Some texts (an undefined track file) make it run for ever. */
	private Answer test(Path configuration, String configId) throws IOException {
		return run("cd '" + configuration.getParent() + "' && timeout -s KILL 5 keepalived -t -i '" + configId + "' -f '" + configuration.getFileName() + "'");
	}

	/** Starts the daemon; it ends by itself when it refuses the text, else after two seconds with code 124. */
	Answer start(Path configuration, String configId) throws IOException {
		return run("timeout 2 keepalived -n -l -d -p kp.pid -r kv.pid -c kc.pid -i '" + configId + "' -f '" + configuration + "'");
	}

	private Answer run(String command) throws IOException {
		commands.write("(" + command + ") > '" + folder.resolve("output") + "' 2>&1; echo $?\n");
		commands.flush();
		String code = answers.readLine();
		if (code == null) {
			throw new IOException("no namespace can be made here");
		}
		String output = ForeignBytes.decode(Files.readAllBytes(folder.resolve("output")));
		return new Answer(Integer.parseInt(code), output.lines().toList());
	}

	@Override
	public void close() throws IOException {
		try {
			commands.close();
		} catch (IOException alreadyGone) {
			// There never was a shell.
		}
		shell.onExit().join();
	}
}
