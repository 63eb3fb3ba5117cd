package org.kaconf.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kaconf.lang.ProjectSettings;
import org.kaconf.lang.SourceFile;
import org.kaconf.lint.rule.SettingsProblem;

/** The severity each rule has for each file: the wish of the run, else of the nearest kaconf.properties, else that of the finding. */
final class SettingsLookup {
	private final LintOptions options;
	private final Map<String, Settings> byFile = new HashMap<>();
	private final List<SettingsProblem> problems = new ArrayList<>();

	SettingsLookup(LintOptions options, List<SourceFile> files) {
		this.options = options;
		if (!options.settingsFiles()) {
			return;
		}
		Map<Path, Settings> read = new HashMap<>();
		for (SourceFile file : files) {
			ProjectSettings.find(file.path())
					.ifPresent(found -> byFile.put(file.displayPath(), read.computeIfAbsent(found, path -> Settings.of(ProjectSettings.read(path)))));
		}
		read.values().forEach(settings -> problems.addAll(settings.problems()));
	}

	List<SettingsProblem> problems() {
		return List.copyOf(problems);
	}

	/** The diagnostic with its severity; nothing when its rule is off there. */
	Optional<Diagnostic> apply(Diagnostic diagnostic) {
		Settings settings = byFile.getOrDefault(diagnostic.origin().file(), Settings.NONE);
		Level level = options.levels().getOrDefault(diagnostic.rule(), settings.levels().get(diagnostic.rule()));
		if (level == null) {
			return Optional.of(diagnostic);
		}
		return level == Level.OFF ? Optional.empty() : Optional.of(diagnostic.withSeverity(level.severity()));
	}
}
