package org.kaconf.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kaconf.model.Node;
import org.kaconf.runtime.ConfigurationSource;
import org.kaconf.runtime.Daemon;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.DaemonOptions;
import org.kaconf.runtime.NodeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kaconf run}. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = {"Runs the VRRP daemon of one node in the foreground until SIGTERM or Ctrl-C. Needs CAP_NET_ADMIN and CAP_NET_RAW.",
				"SIGHUP and 'kaconf reload' read the FILE again."},
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

	@Option(names = "--metrics", paramLabel = "PLACE", description = "Answer Prometheus at http://PLACE/metrics; PLACE is a port of 127.0.0.1 or ADDRESS:PORT.")
	private String metrics;

	@Mixin
	private RuleOptions rules;

	@Override
	public Integer call() {
		InputFiles.readable(file);
		try {
			if (file.getFileName().toString().endsWith(".json")) {
				ConfigurationSource source = new NodeFile(file, nodeName);
				return run(source.read(), source);
			}
			try (ScratchFolder scratch = ScratchFolder.create("kaconf-run-")) {
				ClusterSource source = new ClusterSource(file, nodeName, rules, scratch.path(), spec.commandLine().getErr());
				Optional<Node> node = source.load();
				return node.isPresent() ? run(node.get(), source) : ExitCode.FINDINGS;
			}
		} catch (DaemonException e) {
			spec.commandLine().getErr().println("kaconf: " + e.getMessage());
			return e.exitCode().number();
		}
	}

	private int run(Node node, ConfigurationSource source) throws DaemonException {
		if (test) {
			Daemon.check(node);
			spec.commandLine().getOut().println(node.name() + " can be run");
		} else {
			new Daemon(new DaemonOptions(System.err, detail, pidFile, controlSocket, true, metrics), node, source).run();
		}
		return ExitCode.OK;
	}
}
