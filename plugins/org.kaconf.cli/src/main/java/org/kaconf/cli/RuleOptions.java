package org.kaconf.cli;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.lang.Analysis;
import org.kaconf.lint.LintOptions;
import org.kaconf.lint.Linter;
import picocli.CommandLine.Option;

/** Which rules count, and how much. */
final class RuleOptions {
	@Option(names = "--rule", paramLabel = "RULE=LEVEL",
			description = "Severity of a rule in this run: off, info, warning or error; the rule by id or name. Wins over kaconf.properties.")
	private List<String> wishes = new ArrayList<>();

	/** @throws CommandFailure when an option names no rule or no level */
	Findings check(Analysis analysis) {
		try {
			return new Findings(new Linter(LintOptions.of(wishes)).check(analysis), analysis.files());
		} catch (IllegalArgumentException e) {
			throw new CommandFailure(e.getMessage());
		}
	}
}
