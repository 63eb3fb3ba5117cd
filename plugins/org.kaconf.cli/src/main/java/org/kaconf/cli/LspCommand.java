package org.kaconf.cli;

import java.util.concurrent.Callable;
import org.kaconf.ide.lsp.Main;
import picocli.CommandLine.Command;

/** {@code kaconf lsp}. */
@Command(name = "lsp", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Speaks the Language Server Protocol on standard input and output, for editors other than Eclipse.")
final class LspCommand implements Callable<Integer> {
	@Override
	public Integer call() throws InterruptedException {
		Main.main(new String[0]);
		return ExitCode.OK;
	}
}
