package org.kaconf.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.kaconf.lang.Analysis;
import org.kaconf.simulation.FailoverAnalysis;
import org.kaconf.simulation.FailoverReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kaconf simulate}. */
@Command(name = "simulate", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Proves or refutes failover: plays every single fault of every node in virtual time, with the state machine that runs on the nodes.")
final class SimulateCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;

	@Mixin
	private InputOptions input;

	@Mixin
	private RuleOptions rules;

	@Override
	public Integer call() {
		Analysis analysis = input.analyseOne();
		Findings findings = rules.check(analysis);
		findings.print(spec.commandLine().getErr());
		if (analysis.obstacle().isPresent()) {
			spec.commandLine().getErr().println("kaconf: nothing can be proved while the text above cannot be read");
			return ExitCode.FINDINGS;
		}
		FailoverReport report = FailoverAnalysis.analyse(analysis.cluster());
		PrintWriter out = spec.commandLine().getOut();
		out.print(FailoverText.of(report));
		out.flush();
		return report.violations().isEmpty() && !report.routers().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
	}
}
