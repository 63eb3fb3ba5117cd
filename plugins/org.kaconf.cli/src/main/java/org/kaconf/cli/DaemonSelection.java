package org.kaconf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.control.ControlSocket;
import picocli.CommandLine.Option;

/** Which of the daemons that run on this machine a command is for. */
final class DaemonSelection {
	private static final String SUFFIX = ".sock";

	@Option(names = "--control", paramLabel = "SOCKET", description = "The daemon at this socket.")
	private Path socket;

	@Option(names = {"-n", "--node"}, paramLabel = "NODE", description = "The daemon of this node.")
	private String node;

	/** All that the user means: without an option all that this user may ask. @throws CommandFailure when there is none */
	List<ControlClient> all() {
		return sockets().stream().map(ControlClient::new).toList();
	}

	/** The only one that the user can mean. @throws CommandFailure when there is none or more than one */
	ControlClient one() {
		List<Path> sockets = sockets();
		if (sockets.size() > 1) {
			String names = sockets.stream().map(path -> path.getFileName().toString()).map(name -> name.substring(0, name.length() - SUFFIX.length()))
					.collect(Collectors.joining(", "));
			throw new CommandFailure("several daemons run here: " + names + "; say which one with --node");
		}
		return new ControlClient(sockets.getFirst());
	}

	private List<Path> sockets() {
		if (socket != null) {
			return List.of(socket);
		}
		if (node != null) {
			return List.of(ControlSocket.defaultPath(node));
		}
		Path folder = ControlSocket.defaultPath("any").getParent();
		List<Path> found = List.of();
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				found = files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
			} catch (IOException e) {
				throw new CommandFailure(folder + " cannot be read; use the user that runs the daemon, or root");
			}
		}
		if (found.isEmpty()) {
			throw new CommandFailure("no daemon runs here (" + folder + " has no socket); start one with 'kaconf run', or name its socket with --control");
		}
		return found;
	}
}
