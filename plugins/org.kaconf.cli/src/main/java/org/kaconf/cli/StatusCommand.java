package org.kaconf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.kaconf.runtime.control.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaconf status}. */
@Command(name = "status", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Shows the daemons that run on this machine: state, priority and why, addresses, what is tracked, counters, last changes.")
final class StatusCommand implements Callable<Integer> {
	/** ECMA-48: cursor to the top, and nothing below it. */
	private static final String CLEAR = "\033[H\033[J";

	@Spec
	private CommandSpec spec;

	@Mixin
	private DaemonSelection selection;

	@Option(names = "--json", description = "Print the daemons' own answers, one JSON object a line.")
	private boolean json;

	@Option(names = {"-w", "--watch"}, arity = "0..1", fallbackValue = "1", paramLabel = "SECONDS",
			description = "Print it again each second, or every so many, until a daemon ends or Ctrl-C.")
	private Integer watch;

	@Override
	public Integer call() {
		if (watch != null && watch < 1) {
			throw new CommandFailure("--watch takes whole seconds, 1 or more");
		}
		PrintWriter out = spec.commandLine().getOut();
		print(selection.all(), out);
		while (watch != null && !out.checkError() && !Thread.interrupted()) {
			LockSupport.parkNanos(Duration.ofSeconds(watch).toNanos());
			print(selection.all(), out);
		}
		return ExitCode.OK;
	}

	private void print(List<ControlClient> clients, PrintWriter out) {
		StringBuilder text = new StringBuilder(watch != null && !json && Terminal.hasColours() ? CLEAR : "");
		try {
			for (ControlClient client : clients) {
				text.append(json ? client.statusJson() + "\n" : StatusText.of(client.status()));
			}
		} catch (IOException e) {
			throw new CommandFailure(e.getMessage());
		}
		out.print(text);
		out.flush();
	}
}
