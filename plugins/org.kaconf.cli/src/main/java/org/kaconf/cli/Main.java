package org.kaconf.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Entry point of the {@code kaconf} command. */
public final class Main {
	private Main() {
	}

	public static void main(String[] args) {
		System.exit(run(args, new PrintWriter(System.out, true, StandardCharsets.UTF_8), new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
	}

	/** Runs one command line and returns its exit code; never throws. */
	static int run(String[] args, PrintWriter out, PrintWriter err) {
		CommandLine kaconf = new CommandLine(new KaconfCommand());
		Commands.addTo(kaconf, args);
		return kaconf.setOut(out).setErr(err)
				.setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.hasColours() ? Ansi.ON : Ansi.OFF))
				.setCaseInsensitiveEnumValuesAllowed(true)
				.setParameterExceptionHandler(Main::usageError)
				.setExecutionExceptionHandler(Main::failure)
				.execute(args);
	}

	private static int usageError(CommandLine.ParameterException e, String[] args) {
		CommandLine command = e.getCommandLine();
		String message = e instanceof CommandLine.MissingParameterException ? unknownOption(command.getCommandSpec(), args).orElse(e.getMessage()) : e.getMessage();
		command.getErr().println("kaconf: " + oneLine(message) + " (see '" + command.getCommandSpec().qualifiedName() + " --help')");
		return ExitCode.USAGE;
	}

	/** A file name with a leading dash is taken for an option; to call the file missing would not help. */
	private static Optional<String> unknownOption(CommandSpec command, String[] args) {
		return Arrays.stream(args).takeWhile(arg -> !arg.equals("--")).filter(arg -> arg.length() > 1 && arg.startsWith("-"))
				.filter(arg -> command.findOption(arg.startsWith("--") ? arg.replaceFirst("=.*", "") : arg.substring(0, 2)) == null).findFirst()
				.map(arg -> "Unknown option: '" + arg + "'; write -- in front of a file whose name starts with a dash");
	}

	private static int failure(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
		String message = e instanceof CommandFailure ? e.getMessage()
				: "internal error: " + e + " (set KACONF_DEBUG=1 for the stack trace and report it)";
		command.getErr().println("kaconf: " + oneLine(message));
		if (System.getenv("KACONF_DEBUG") != null) {
			e.printStackTrace(command.getErr());
		}
		return ExitCode.USAGE;
	}

	private static String oneLine(String text) {
		return String.valueOf(text).replaceAll("\\s*\\R\\s*", "; ");
	}
}
