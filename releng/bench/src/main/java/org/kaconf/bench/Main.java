package org.kaconf.bench;

import org.kaconf.bench.daemon.DaemonCommand;
import org.kaconf.bench.editing.EditingCommand;
import org.kaconf.bench.result.Results;
import org.kaconf.bench.text.CheckCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code releng/bench/run}. */
@Command(name = "run", mixinStandardHelpOptions = true, subcommands = {DaemonCommand.class, CheckCommand.class, EditingCommand.class},
		description = "Measures Kaconf and keepalived in one run and prints the figures as a Markdown table.")
public final class Main {
	private Main() {
	}

	public static void main(String[] arguments) {
		System.exit(new CommandLine(new Main()).setExecutionStrategy(Main::measure).setExecutionExceptionHandler(Main::failed).execute(arguments));
	}

	private static int measure(CommandLine.ParseResult parsed) {
		if (parsed.hasSubcommand() && !CommandLine.printHelpIfRequested(parsed)) {
			new Results(System.out).printMachine();
		}
		return new CommandLine.RunLast().execute(parsed);
	}

	private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
		command.getErr().println("run: " + failure.getMessage());
		return command.getCommandSpec().exitCodeOnExecutionException();
	}
}
