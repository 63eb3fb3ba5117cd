package org.kaconf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kaconf.cli.demo.DemoFailure;
import org.kaconf.cli.demo.LiveDemo;
import org.kaconf.generator.WriteResult;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.simulation.FailoverAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaconf demo}. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Shows it all on the nginx example: checks it, generates its files, proves its failover and, as root, runs it with real packets and real nginx. Removes all it made.")
final class DemoCommand implements Callable<Integer> {
	private static final String EXAMPLE = "examples/nginx-ha";
	private static final List<String> PROGRAMS = List.of("ip", "nginx", "curl");

	@Spec
	private CommandSpec spec;

	@Mixin
	private RuleOptions rules;

	@Option(names = "--no-live", description = "Leave out the live part.")
	private boolean noLive;

	@Override
	public Integer call() throws InterruptedException {
		PrintWriter out = spec.commandLine().getOut();
		Path example = ProjectHome.find().resolve(EXAMPLE);
		Path file = example.resolve("cluster.kaconf");

		out.println("1. Check " + EXAMPLE + "/cluster.kaconf: two nginx front ends share one address");
		Analysis analysis = Kaconf.create().analyse(file, LoadOptions.DEFAULT);
		Findings findings = rules.check(analysis);
		out.print(findings.text().indent(3));
		if (findings.hasErrors()) {
			return ExitCode.FINDINGS;
		}

		try (ScratchFolder scratch = ScratchFolder.create("kaconf-demo-")) {
			out.println("\n2. Generate all files of its nodes");
			WriteResult generated = Generation.write(analysis, scratch.path(), true);
			generated.written().forEach(path -> out.println("   " + path));

			out.println("\n3. Prove its failover");
			out.print(FailoverText.of(FailoverAnalysis.analyse(analysis.cluster())).indent(3));
			out.flush();

			Optional<String> obstacle = obstacle();
			if (obstacle.isPresent()) {
				out.println("\n4. Run it: left out, " + obstacle.get());
				return ExitCode.OK;
			}
			out.println("\n4. Run it: a network namespace a node, real packets, real nginx");
			try (LiveDemo demo = new LiveDemo(analysis.cluster(), scratch.path(), example.resolve("nginx"), out)) {
				demo.play();
			} catch (DemoFailure | IOException e) {
				throw new CommandFailure("the demo failed: " + e.getMessage());
			}
			out.println("\nDone; everything that was made is removed.");
			return ExitCode.OK;
		}
	}

	private Optional<String> obstacle() {
		if (noLive) {
			return Optional.of("as --no-live says");
		}
		List<String> missing = new ArrayList<>(PROGRAMS);
		missing.removeIf(SearchPath::has);
		if (!missing.isEmpty()) {
			return Optional.of("these programs are missing: " + String.join(" ", missing) + " (on Debian: apt-get install iproute2 nginx-light curl)");
		}
		return NamespaceNetwork.obstacle();
	}
}
