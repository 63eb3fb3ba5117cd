package org.kaconf.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kaconf reload}. */
@Command(name = "reload", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Makes a running daemon read its configuration again, and says what has changed. One that it cannot run changes nothing.")
final class ReloadCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;

	@Mixin
	private DaemonSelection selection;

	@Override
	public Integer call() {
		try {
			String changes = selection.one().reload();
			spec.commandLine().getOut().println(changes.isEmpty() ? "nothing has changed" : changes);
			return ExitCode.OK;
		} catch (IOException e) {
			throw new CommandFailure(e.getMessage());
		}
	}
}
