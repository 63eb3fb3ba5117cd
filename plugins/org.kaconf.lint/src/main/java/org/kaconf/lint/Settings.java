package org.kaconf.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kaconf.lint.rule.RuleInfo;
import org.kaconf.lint.rule.SettingsProblem;
import org.kaconf.model.Origin;

/**
 * The severities a kaconf.properties file sets, and what is wrong with it.
 *
 * @param levels by rule id
 * @param problems lines that set nothing
 */
record Settings(Map<String, Level> levels, List<SettingsProblem> problems) {
	static final String FILE_NAME = "kaconf.properties";
	static final Settings NONE = new Settings(Map.of(), List.of());

	/** The nearest file in the folder of a configuration file or above it. */
	static Optional<Path> find(Path configuration) {
		for (Path folder = configuration.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
			Path file = folder.resolve(FILE_NAME);
			if (Files.isRegularFile(file)) {
				return Optional.of(file);
			}
		}
		return Optional.empty();
	}

	static Settings read(Path file) {
		try {
			return parse(file.toString(), Files.readAllLines(file));
		} catch (IOException e) {
			return new Settings(Map.of(), List.of(new SettingsProblem(new Origin(file.toString(), 1, 1, 1, 1),
					"The settings cannot be read (" + e.getMessage() + "); they have no effect")));
		}
	}

	static Settings parse(String file, List<String> lines) {
		Map<String, Level> levels = new HashMap<>();
		List<SettingsProblem> problems = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
				continue;
			}
			Origin origin = new Origin(file, i + 1, 1, i + 1, lines.get(i).length() + 1);
			int equals = line.indexOf('=');
			String key = equals < 0 ? line : line.substring(0, equals).strip();
			String value = equals < 0 ? "" : line.substring(equals + 1).strip();
			Optional<RuleInfo> rule = RuleCatalog.find(key);
			Optional<Level> level = Level.of(value);
			if (rule.isEmpty()) {
				problems.add(new SettingsProblem(origin, "There is no rule '" + key + "'; write an id such as KA3001 or a rule's name"));
			} else if (level.isEmpty()) {
				problems.add(new SettingsProblem(origin, "'" + value + "' is no severity for " + key + "; write off, info, warning or error"));
			} else {
				levels.put(rule.get().id(), level.get());
			}
		}
		return new Settings(levels, problems);
	}
}
