package org.kaconf.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kaconf.generator.WriteResult;
import org.kaconf.lang.Analysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaconf generate}. */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Writes each node's keepalived.conf, check scripts, systemd unit and node.json, and the cluster's report. Checks first; an error generates nothing.")
final class GenerateCommand implements Callable<Integer> {
	@Spec
	private CommandSpec spec;

	@Mixin
	private InputOptions input;

	@Mixin
	private RuleOptions rules;

	@Option(names = {"-o", "--output"}, paramLabel = "FOLDER", description = "Where to write (default: 'generated' beside the FILE).")
	private Path output;

	@Option(names = "--in-place", description = "Refer to check scripts where they are generated instead of where they are installed: for trying out.")
	private boolean inPlace;

	@Override
	public Integer call() {
		Analysis analysis = input.analyseOne();
		Findings findings = rules.check(analysis);
		findings.print(spec.commandLine().getErr());
		if (findings.hasErrors()) {
			spec.commandLine().getErr().println("kaconf: nothing was generated; correct the errors above first");
			return ExitCode.FINDINGS;
		}
		Path folder = output != null ? output : analysis.root().toAbsolutePath().resolveSibling("generated");
		WriteResult result = Generation.write(analysis, folder, inPlace);
		PrintWriter out = spec.commandLine().getOut();
		result.written().forEach(file -> out.println("written  " + folder.resolve(file)));
		result.removed().forEach(file -> out.println("removed  " + folder.resolve(file)));
		out.println(result.written().size() + " written, " + result.unchanged().size() + " unchanged, " + result.removed().size() + " removed in " + folder);
		out.flush();
		return ExitCode.OK;
	}
}
