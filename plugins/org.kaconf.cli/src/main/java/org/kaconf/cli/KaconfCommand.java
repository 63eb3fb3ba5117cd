package org.kaconf.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top of the command line. */
@Command(name = "kaconf", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class, sortOptions = false,
		description = "Checks, generates, proves and runs keepalived clusters described in one file.",
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = {"0:done, nothing found", "1:findings; information alone is none", "2:wrong usage, or the work could not be done; one line on stderr says why"})
final class KaconfCommand implements Runnable {
	@Spec
	private CommandSpec spec;

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(), "a command is missing");
	}

	static final class Version implements IVersionProvider {
		@Override
		public String[] getVersion() throws IOException {
			Properties properties = new Properties();
			try (InputStream in = KaconfCommand.class.getResourceAsStream("kaconf.properties")) {
				properties.load(in);
			}
			return new String[] {"kaconf " + properties.getProperty("version") + " (Java " + Runtime.version().feature() + ")"};
		}
	}
}
