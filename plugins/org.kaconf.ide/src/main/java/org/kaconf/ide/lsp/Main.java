package org.kaconf.ide.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.kaconf.ide.IdeServices;

/** Serves one editor over standard input and output, until the editor ends it or the input ends. */
public final class Main {
	private Main() {
	}

	/** Exit code 0 when the editor asked for the end as the protocol says, else 1. */
	public static void main(String[] arguments) throws InterruptedException {
		PrintStream protocol = System.out;
		// Nothing but messages may reach the protocol's stream.
		System.setOut(System.err);
		System.exit(serve(System.in, protocol));
	}

	/** Serves until the end of the conversation. @return the exit code */
	static int serve(InputStream in, OutputStream out) throws InterruptedException {
		try (KaconfLanguageServer server = new KaconfLanguageServer(IdeServices.create())) {
			Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
			server.connect(launcher.getRemoteProxy());
			var listening = launcher.startListening();
			server.onExit(() -> listening.cancel(true));
			try {
				listening.get();
			} catch (ExecutionException | CancellationException ended) {
				return server.exitCode();
			}
			return server.exitCode();
		}
	}
}
