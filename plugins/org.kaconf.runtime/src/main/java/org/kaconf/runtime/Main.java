package org.kaconf.runtime;

import java.io.PrintStream;
import org.kaconf.runtime.loop.JournalStream;

/** The daemon's command line, with keepalived's options. */
public final class Main {
	/** The command that the user has called; that is another one when the start script of kaconf hands a daemon over. */
	private static final String PROGRAM = System.getProperty("kaconf.program", "kaconf-runtime");

	private Main() {
	}

	public static void main(String[] arguments) {
		System.exit(run(arguments, System.out, System.err).number());
	}

	/** Does what the command line says; problems are one line on {@code err}. */
	static ExitCode run(String[] arguments, PrintStream out, PrintStream err) {
		try {
			CommandLine commandLine = CommandLine.parse(arguments);
			ConfigurationSource source = new NodeFile(commandLine.nodeFile(), commandLine.configId());
			switch (commandLine.mode()) {
				case HELP -> out.print(CommandLine.help());
				case VERSION -> out.println("Kaconf " + Version.get());
				case TEST -> {
					Daemon.check(source.read());
					out.println(commandLine.nodeFile() + ": configuration is fine");
				}
				case RUN -> new Daemon(commandLine.options(err), Preparation.reading(source), source).run();
			}
			return ExitCode.OK;
		} catch (DaemonException e) {
			err.println(JournalStream.error(PROGRAM + ": " + e.getMessage()));
			return e.exitCode();
		} catch (RuntimeException | LinkageError e) {
			err.println(JournalStream.error(PROGRAM + ": unexpected failure, please report it: " + String.valueOf(e).lines().findFirst().orElse("")));
			return ExitCode.FAILURE;
		}
	}
}
