package org.kaconf.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.lang.Analysis;
import org.kaconf.lint.Diagnostic;
import org.kaconf.lint.LintOptions;
import org.kaconf.lint.Linter;
import picocli.CommandLine.Option;

/** Which rules count, and how much. */
final class RuleOptions {
	@Option(names = "--rule", paramLabel = "RULE=LEVEL",
			description = "Severity of a rule in this run: off, info, warning or error; the rule by id or name. Wins over kaconf.properties.")
	private Map<String, String> severities = new LinkedHashMap<>();

	/** @throws CommandFailure when an option names no rule or no level */
	List<Diagnostic> check(Analysis analysis) {
		try {
			return new Linter(LintOptions.forFile(analysis.root()).with(severities)).check(analysis);
		} catch (IllegalArgumentException e) {
			throw new CommandFailure(e.getMessage());
		}
	}
}
