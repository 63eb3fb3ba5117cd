package org.kaconf.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.kaconf.runtime.control.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kaconf bfd}. */
@Command(name = "bfd", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Tells a running daemon how a BFD session stands: BFD itself is spoken by another program, such as bfdd of FRR.")
final class BfdCommand implements Callable<Integer> {
	/** How a session stands. */
	enum SessionState {
		UP, DOWN
	}

	@Mixin
	private DaemonSelection selection;

	@Parameters(index = "0", paramLabel = "SESSION", description = "The name of a bfd_instance.")
	private String session;

	@Parameters(index = "1", paramLabel = "up|down", description = "How it stands.")
	private SessionState state;

	@Override
	public Integer call() {
		try {
			ControlClient client = selection.one();
			client.bfd(session, state == SessionState.UP);
			return ExitCode.OK;
		} catch (IOException e) {
			throw new CommandFailure(e.getMessage());
		}
	}
}
