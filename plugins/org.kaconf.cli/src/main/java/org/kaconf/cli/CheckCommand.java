package org.kaconf.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.kaconf.lint.report.JsonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kaconf check}. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = KaconfCommand.Version.class,
		description = "Checks files: each for itself, or with --cluster all as one cluster. A .kaconf file with a cluster block is checked for all its nodes.")
final class CheckCommand implements Callable<Integer> {
	/** Forms of the report. */
	enum Format {
		TEXT, JSON
	}

	@Spec
	private CommandSpec spec;

	@Mixin
	private InputOptions input;

	@Mixin
	private RuleOptions rules;

	@Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "Form of the report (default: ${DEFAULT-VALUE}).")
	private Format format;

	@Override
	public Integer call() {
		Findings findings = Findings.of(input.analyse().stream().map(rules::check).toList());
		PrintWriter out = spec.commandLine().getOut();
		switch (format) {
			case JSON -> out.print(JsonReport.write(findings.diagnostics()));
			case TEXT -> out.print(findings.text());
		}
		out.flush();
		return findings.exitCode();
	}
}
