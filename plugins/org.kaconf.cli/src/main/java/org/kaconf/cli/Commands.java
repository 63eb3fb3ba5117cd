package org.kaconf.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands below {@code kaconf}, in the order in which help shows them. */
final class Commands {
	private static final Map<String, Supplier<Callable<Integer>>> BY_NAME = new LinkedHashMap<>();

	static {
		BY_NAME.put("check", CheckCommand::new);
		BY_NAME.put("format", FormatCommand::new);
		BY_NAME.put("generate", GenerateCommand::new);
		BY_NAME.put("simulate", SimulateCommand::new);
		BY_NAME.put("run", RunCommand::new);
		BY_NAME.put("status", StatusCommand::new);
		BY_NAME.put("reload", ReloadCommand::new);
		BY_NAME.put("stop", StopCommand::new);
		BY_NAME.put("bfd", BfdCommand::new);
		BY_NAME.put("demo", DemoCommand::new);
		BY_NAME.put("ide", IdeCommand::new);
		BY_NAME.put("lsp", LspCommand::new);
		BY_NAME.put("start-cache", StartCacheCommand::new);
	}

	private Commands() {
	}

	/**
	 * Adds the command that is called, or all where help or a wrong name may have to speak of them: reading the annotations of all takes as long as a
	 * small check.
	 */
	static void addTo(CommandLine kaconf, String[] arguments) {
		Supplier<Callable<Integer>> called = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
		if (called != null) {
			kaconf.addSubcommand(arguments[0], called.get());
		} else {
			BY_NAME.forEach((name, command) -> kaconf.addSubcommand(name, command.get()));
		}
	}
}
