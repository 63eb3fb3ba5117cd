package org.kaconf.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kaconf stop}. */
@Command(name = "stop", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Stops a running daemon in good order: it says goodbye with priority 0 and removes its addresses.")
final class StopCommand implements Callable<Integer> {
	private static final int SECONDS = 10;

	@Mixin
	private DaemonSelection selection;

	@Override
	public Integer call() {
		try {
			long pid = selection.one().stop();
			ProcessHandle.of(pid).ifPresent(StopCommand::awaitEnd);
			return ExitCode.OK;
		} catch (IOException e) {
			throw new CommandFailure(e.getMessage());
		}
	}

	private static void awaitEnd(ProcessHandle process) {
		try {
			process.onExit().get(SECONDS, TimeUnit.SECONDS);
		} catch (TimeoutException e) {
			throw new CommandFailure("process " + process.pid() + " still runs after " + SECONDS + " s; look into its log");
		} catch (InterruptedException | ExecutionException e) {
			throw new CommandFailure("interrupted while process " + process.pid() + " was stopping");
		}
	}
}
