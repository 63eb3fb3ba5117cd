package org.kaconf.cli;

import org.kaconf.ide.lsp.Main;
import picocli.CommandLine.Command;

/** {@code kaconf lsp}. */
@Command(name = "lsp", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Speaks the Language Server Protocol on standard input and output, for editors other than Eclipse.")
final class LspCommand implements Runnable {
	@Override
	public void run() {
		Main.main(new String[0]);
	}
}
