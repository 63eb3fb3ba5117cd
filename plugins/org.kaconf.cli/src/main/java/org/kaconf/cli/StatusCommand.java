package org.kaconf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.control.ControlSocket;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaconf status}. */
@Command(name = "status", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Shows the daemons that run on this machine: state, priority and why, addresses, what is tracked, counters, last changes.")
final class StatusCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;

	@Option(names = "--control", paramLabel = "SOCKET", description = "Ask the daemon at this socket (default: all daemons of this machine that this user may ask).")
	private Path socket;

	@Option(names = "--json", description = "Print the daemons' own answers, one JSON object a line.")
	private boolean json;

	@Override
	public Integer call() {
		PrintWriter out = spec.commandLine().getOut();
		try {
			for (Path path : socket == null ? sockets() : List.of(socket)) {
				ControlClient client = new ControlClient(path);
				out.print(json ? client.statusJson() + "\n" : StatusText.of(client.status()));
			}
		} catch (IOException e) {
			throw new CommandFailure(e.getMessage());
		}
		out.flush();
		return ExitCode.OK;
	}

	private static List<Path> sockets() throws IOException {
		Path folder = ControlSocket.defaultPath("any").getParent();
		List<Path> found = List.of();
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				found = files.filter(file -> file.toString().endsWith(".sock")).sorted().toList();
			}
		}
		if (found.isEmpty()) {
			throw new CommandFailure("no daemon runs here (" + folder + " has no socket); start one with 'kaconf run', or name its socket with --control");
		}
		return found;
	}
}
