package org.kaconf.lint.rules.style;

import org.kaconf.lint.Severity;
import org.kaconf.lint.rule.Example;
import org.kaconf.lint.rule.Findings;
import org.kaconf.lint.rule.Rule;
import org.kaconf.lint.rule.RuleGroup;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.Subject;

/** KA9004. */
public final class UnreadableSetting extends Rule {
	private static final RuleInfo INFO = RuleInfo.of("KA9004", "unreadable-setting", RuleGroup.STYLE, Severity.WARNING)
			.what("Reports a line of kaconf.properties that sets nothing: it names no rule, no severity, no release of keepalived, no way to format.")
			.why("The line has no effect, though it looks as if it had.")
			.bad(Example.settings("""
					# severities for this project
					[[weight-too-smal=warning]]
					"""))
			.good(Example.settings("""
					# severities for this project
					weight-too-small=warning
					"""))
			.fix("Write RULE=off, info, warning or error; RULE is an id or a name from docs/rules. The other settings are"
					+ " keepalived_version=VERSION and those of the formatter, see docs/formatter.md.")
			.build();

	public UnreadableSetting() {
		super(INFO);
	}

	@Override
	public void check(Subject subject, Findings findings) {
		subject.settingsProblems().forEach(problem -> findings.report(problem.origin(), problem.message()));
	}
}
