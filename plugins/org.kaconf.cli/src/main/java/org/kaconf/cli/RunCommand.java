package org.kaconf.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kaconf.generator.Generator;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.model.Node;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.Daemon;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.DaemonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kaconf run}. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Runs the VRRP daemon of one node in the foreground until SIGTERM or Ctrl-C. Needs CAP_NET_ADMIN and CAP_NET_RAW.",
		footer = {"", "Besides the exit codes of kaconf: 3 configuration, 4 privileges, 5 interface, 6 already running."})
final class RunCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "FILE", description = "A generated node.json, or a .kaconf file together with --node.")
	private Path file;

	@Option(names = {"-n", "--node"}, paramLabel = "NODE", description = "Which node of the .kaconf file this machine is.")
	private String nodeName;

	@Option(names = {"-D", "--log-detail"}, description = "Log more.")
	private boolean detail;

	@Option(names = {"-t", "--config-test"}, description = "Only say whether the node can be run.")
	private boolean test;

	@Option(names = {"-p", "--pid"}, paramLabel = "FILE", description = "Write the process id to this file.")
	private Path pidFile;

	@Option(names = "--control", paramLabel = "SOCKET", description = "Where to answer 'kaconf status' (default: /run/kaconf/NODE.sock, or below XDG_RUNTIME_DIR).")
	private Path controlSocket;

	@Mixin
	private RuleOptions rules;

	@Override
	public Integer call() throws IOException {
		InputFiles.readable(file);
		if (file.getFileName().toString().endsWith(".json")) {
			return run(read(file));
		}
		try (ScratchFolder scratch = ScratchFolder.create("kaconf-run-")) {
			Analysis analysis = Kaconf.create().analyse(file, LoadOptions.DEFAULT);
			Findings findings = rules.check(analysis);
			findings.print(spec.commandLine().getErr());
			if (findings.hasErrors()) {
				return ExitCode.FINDINGS;
			}
			String chosen = choose(analysis);
			Generation.write(analysis, scratch.path(), true);
			return run(read(scratch.path().resolve(chosen).resolve(Generator.NODE_JSON)));
		}
	}

	private String choose(Analysis analysis) {
		String names = analysis.nodes().stream().map(n -> n.name()).collect(Collectors.joining(", "));
		if (nodeName == null) {
			throw new CommandFailure(file + " describes the nodes " + names + "; say which one this is with --node");
		}
		if (analysis.node(nodeName).isEmpty()) {
			throw new CommandFailure(file + " has no node " + nodeName + "; its nodes are " + names);
		}
		return nodeName;
	}

	private static Node read(Path json) {
		try (Reader reader = Files.newBufferedReader(json)) {
			return NodeJson.read(reader);
		} catch (IOException e) {
			throw new CommandFailure(json + ": " + e.getMessage());
		}
	}

	private int run(Node node) {
		if (nodeName != null && !node.name().equals(nodeName)) {
			throw new CommandFailure(file + " is the configuration of node " + node.name() + ", not " + nodeName);
		}
		try {
			if (test) {
				Daemon.check(node);
				spec.commandLine().getOut().println(node.name() + " can be run");
			} else {
				new Daemon(new DaemonOptions(System.err, detail, pidFile, controlSocket, true), node).run();
			}
			return ExitCode.OK;
		} catch (DaemonException e) {
			spec.commandLine().getErr().println("kaconf: " + e.getMessage());
			return e.exitCode().number();
		}
	}
}
