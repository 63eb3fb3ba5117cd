package org.kaconf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kaconf ide}. */
@Command(name = "ide", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Starts the Kaconf IDE, an Eclipse product; builds it first when it is not there.")
final class IdeCommand implements Callable<Integer> {
	private static final String PRODUCT = "releng/org.kaconf.repository/target/products/org.kaconf.ui.product/linux/gtk/x86_64/kaconf-ide/kaconf-ide";

	@Spec
	private CommandSpec spec;

	@Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Arguments for Eclipse, such as -data FOLDER for the workspace.")
	private List<String> arguments = new ArrayList<>();

	@Override
	public Integer call() throws InterruptedException {
		if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
			throw new CommandFailure("the IDE needs a display and DISPLAY is not set; start it from a desktop, or under xvfb-run");
		}
		Path home = ProjectHome.find();
		Path product = home.resolve(PRODUCT);
		if (!Files.isExecutable(product)) {
			spec.commandLine().getErr().println("kaconf: building the IDE, which takes some minutes the first time");
			int built = start(List.of(home.resolve("mvnw").toString(), "-f", home.toString(), "-B", "-ntp", "-q", "-DskipTests", "package"));
			if (built != 0 || !Files.isExecutable(product)) {
				throw new CommandFailure("the IDE could not be built (above); try " + home.resolve("mvnw") + " -DskipTests package");
			}
		}
		List<String> command = new ArrayList<>(List.of(product.toString()));
		command.addAll(arguments);
		return start(command) == 0 ? ExitCode.OK : ExitCode.USAGE;
	}

	private static int start(List<String> command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).inheritIO().start().waitFor();
		} catch (IOException e) {
			throw new CommandFailure(command.get(0) + " could not be started: " + e.getMessage());
		}
	}
}
