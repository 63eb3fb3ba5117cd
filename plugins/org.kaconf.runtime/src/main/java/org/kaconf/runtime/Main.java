package org.kaconf.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kaconf.model.Node;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.control.Messages;

/** The daemon's command line, with keepalived's options. */
public final class Main {
	private static final String PROGRAM = "kaconf-runtime";

	private Main() {
	}

	public static void main(String[] arguments) {
		System.exit(run(arguments, System.out, System.err).number());
	}

	/** Does what the command line says; problems are one line on {@code err}. */
	static ExitCode run(String[] arguments, PrintStream out, PrintStream err) {
		try {
			CommandLine commandLine = CommandLine.parse(arguments);
			switch (commandLine.mode()) {
				case HELP -> out.print(CommandLine.help());
				case VERSION -> out.println("Kaconf " + Version.get());
				case TEST -> {
					Daemon.check(read(commandLine));
					out.println(commandLine.nodeFile() + ": configuration is fine");
				}
				case RUN -> new Daemon(commandLine.options(err), () -> read(commandLine)).run();
			}
			return ExitCode.OK;
		} catch (DaemonException e) {
			err.println(PROGRAM + ": " + e.getMessage());
			return e.exitCode();
		} catch (RuntimeException | LinkageError e) {
			err.println(PROGRAM + ": unexpected failure, please report it: " + String.valueOf(e).lines().findFirst().orElse(""));
			return ExitCode.FAILURE;
		}
	}

	private static Node read(CommandLine commandLine) throws DaemonException {
		Path file = commandLine.nodeFile();
		Node node;
		try (Reader reader = Files.newBufferedReader(file)) {
			node = NodeJson.read(reader);
		} catch (IOException e) {
			throw new DaemonException(ExitCode.CONFIGURATION, file + ": " + Messages.of(e) + (Files.exists(file) ? "" : "; generate it with kaconf generate"), e);
		}
		String id = commandLine.configId();
		if (id != null && !id.equals(node.name())) {
			throw new DaemonException(ExitCode.CONFIGURATION, file + " is for node " + node.name() + ", not " + id + "; name the file of " + id + " with -f");
		}
		return node;
	}
}
