package org.kaconf.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.kaconf.lang.ProjectSettings;
import org.kaconf.lang.catalog.Releases;
import org.kaconf.lang.format.FormatOptions;
import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.SettingsProblem;

/**
 * The severities a project sets, and what is wrong with its settings.
 *
 * @param levels by rule id
 * @param problems lines that set nothing
 */
record Settings(Map<String, Level> levels, List<SettingsProblem> problems) {
	static final Settings NONE = new Settings(Map.of(), List.of());

	/** The settings that are neither severities nor of the formatter, each with what it says of a value that is none. */
	private static final Map<String, Function<String, Optional<String>>> OTHERS = Map.of(ProjectSettings.KEEPALIVED_VERSION, Releases::objection);

	static Settings of(ProjectSettings project) {
		Map<String, Level> levels = new HashMap<>();
		List<SettingsProblem> problems = new ArrayList<>();
		if (project.failure() != null) {
			problems.add(new SettingsProblem(project.failure().origin(), "The settings cannot be read (" + project.failure().reason() + "); they have no effect"));
		}
		for (ProjectSettings.Setting setting : project.settings()) {
			problem(setting, levels).ifPresent(problem -> problems.add(new SettingsProblem(setting.origin(), problem)));
		}
		return new Settings(levels, problems);
	}

	private static Optional<String> problem(ProjectSettings.Setting setting, Map<String, Level> levels) {
		if (setting.name().startsWith(FormatOptions.PREFIX)) {
			return FormatOptions.objection(setting.name(), setting.value());
		}
		if (OTHERS.containsKey(setting.name())) {
			return OTHERS.get(setting.name()).apply(setting.value());
		}
		Optional<RuleInfo> rule = RuleCatalog.find(setting.name());
		if (rule.isEmpty()) {
			return Optional.of("There is no rule '" + setting.name() + "'; write an id such as KA3001, a rule's name, or "
					+ String.join(", ", OTHERS.keySet()));
		}
		Optional<Level> level = Level.of(setting.value());
		if (level.isEmpty()) {
			return Optional.of("'" + setting.value() + "' is no severity for " + setting.name() + "; write off, info, warning or error");
		}
		levels.put(rule.get().id(), level.get());
		return Optional.empty();
	}
}
