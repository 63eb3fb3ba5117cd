package org.kaconf.runtime;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The options, parsed by hand: a library for it would cost more start-up time than all else. Short options may be run together, and long ones
 * take their value after a blank or an equals sign, as in keepalived.
 */
record CommandLine(Mode mode, Path nodeFile, boolean console, boolean detail, String configId, Path pidFile, Path controlSocket, String metrics) {
	enum Mode {
		RUN, TEST, HELP, VERSION
	}

	private record Option(char letter, String name, String value, String help) {
	}

	private static final List<Option> OPTIONS = List.of(
			new Option('f', "use-file", "FILE", "the node's configuration, a node.json that kaconf generate made (default node.json)"),
			new Option('n', "dont-fork", null, "stay in the foreground; accepted for keepalived's sake, it always does"),
			new Option('l', "log-console", null, "log to standard error instead of syslog"),
			new Option('D', "log-detail", null, "log more"),
			new Option('t', "config-test", null, "say whether the configuration can run, and end"),
			new Option('i', "config-id", "ID", "the node this must be; the configuration of another is refused"),
			new Option('p', "pid", "FILE", "write the process id to this file"),
			new Option('\0', "control", "SOCKET", "where to answer status requests (default /run/kaconf/NODE.sock, or below $XDG_RUNTIME_DIR)"),
			new Option('\0', "metrics", "PLACE", "answer Prometheus at http://PLACE/metrics; PLACE is a port of 127.0.0.1 or ADDRESS:PORT"),
			new Option('v', "version", null, "print the version and end"),
			new Option('h', "help", null, "print this and end"));

	static CommandLine parse(String[] arguments) throws DaemonException {
		CommandLine result = new CommandLine(Mode.RUN, Path.of("node.json"), false, false, null, null, null, null);
		Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
		while (!words.isEmpty()) {
			String word = words.removeFirst();
			if (word.startsWith("--") && word.length() > 2) {
				int equals = word.indexOf('=');
				Option option = find(word, o -> o.name.equals(equals < 0 ? word.substring(2) : word.substring(2, equals)));
				if (equals >= 0 && option.value == null) {
					throw usage("option --" + option.name + " takes no value");
				}
				result = result.with(option, option.value == null ? null : equals >= 0 ? word.substring(equals + 1) : value(option, words));
			} else if (word.startsWith("-") && word.length() > 1) {
				result = result.withLetters(word, words);
			} else {
				throw usage("unexpected argument " + word);
			}
		}
		return result;
	}

	private CommandLine withLetters(String word, Deque<String> words) throws DaemonException {
		CommandLine result = this;
		for (int i = 1; i < word.length(); i++) {
			char letter = word.charAt(i);
			Option option = find("-" + letter, o -> o.letter == letter);
			if (option.value != null) {
				return result.with(option, i + 1 < word.length() ? word.substring(i + 1) : value(option, words));
			}
			result = result.with(option, null);
		}
		return result;
	}

	private CommandLine with(Option option, String value) {
		return switch (option.name) {
			case "use-file" -> new CommandLine(mode, Path.of(value), console, detail, configId, pidFile, controlSocket, metrics);
			case "log-console" -> new CommandLine(mode, nodeFile, true, detail, configId, pidFile, controlSocket, metrics);
			case "log-detail" -> new CommandLine(mode, nodeFile, console, true, configId, pidFile, controlSocket, metrics);
			case "config-test" -> new CommandLine(Mode.TEST, nodeFile, console, detail, configId, pidFile, controlSocket, metrics);
			case "config-id" -> new CommandLine(mode, nodeFile, console, detail, value, pidFile, controlSocket, metrics);
			case "pid" -> new CommandLine(mode, nodeFile, console, detail, configId, Path.of(value), controlSocket, metrics);
			case "control" -> new CommandLine(mode, nodeFile, console, detail, configId, pidFile, Path.of(value), metrics);
			case "metrics" -> new CommandLine(mode, nodeFile, console, detail, configId, pidFile, controlSocket, value);
			case "version" -> new CommandLine(Mode.VERSION, nodeFile, console, detail, configId, pidFile, controlSocket, metrics);
			case "help" -> new CommandLine(Mode.HELP, nodeFile, console, detail, configId, pidFile, controlSocket, metrics);
			default -> this;
		};
	}

	private static Option find(String word, Predicate<Option> matching) throws DaemonException {
		return OPTIONS.stream().filter(matching).findFirst().orElseThrow(() -> usage("unknown option " + word));
	}

	private static String value(Option option, Deque<String> words) throws DaemonException {
		if (words.isEmpty()) {
			throw usage("option --" + option.name + " needs a value: " + option.value);
		}
		return words.removeFirst();
	}

	private static DaemonException usage(String message) {
		return new DaemonException(ExitCode.USAGE, message + "; --help lists the options");
	}

	DaemonOptions options(PrintStream err) {
		return new DaemonOptions(console ? err : null, detail, pidFile, controlSocket, true, metrics);
	}

	static String help() {
		StringBuilder text = new StringBuilder("Usage: kaconf-runtime [OPTION...]\nRuns the VRRP daemon for one node.\n\n");
		for (Option option : OPTIONS) {
			String names = (option.letter == 0 ? "    " : "-" + option.letter + ", ") + "--" + option.name + (option.value == null ? "" : "=" + option.value);
			text.append("  %-26s %s%n".formatted(names, option.help));
		}
		text.append("\nExit codes:\n");
		for (ExitCode code : ExitCode.values()) {
			text.append("  %d  %s%n".formatted(code.number(), code.meaning()));
		}
		return text.toString();
	}
}
