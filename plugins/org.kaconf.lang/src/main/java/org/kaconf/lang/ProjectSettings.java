package org.kaconf.lang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.kaconf.lang.catalog.Releases;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Origin;

/**
 * What a kaconf.properties file says, a line each: {@code NAME = VALUE}. The nearest one in the folder of a configuration or above it counts.
 *
 * @param settings in the order of the file
 * @param failure why the file cannot be read; {@code null} when it could or when there is none
 */
public record ProjectSettings(List<Setting> settings, Failure failure) {
	public static final String FILE_NAME = "kaconf.properties";
	/** The release of keepalived that is meant where neither the run nor the cluster block says. */
	public static final String KEEPALIVED_VERSION = "keepalived_version";

	private static final ProjectSettings NONE = new ProjectSettings(List.of(), null);

	/**
	 * A line.
	 *
	 * @param value what follows the equals sign, empty when there is none
	 */
	public record Setting(String name, String value, Origin origin) {
	}

	/** A file without effect. */
	public record Failure(Origin origin, String reason) {
	}

	/** The nearest file in the folder of a configuration file or above it. */
	public static Optional<Path> find(Path configuration) {
		for (Path folder = configuration.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
			Path file = folder.resolve(FILE_NAME);
			if (Files.isRegularFile(file)) {
				return Optional.of(file);
			}
		}
		return Optional.empty();
	}

	/** What holds for a configuration file. */
	public static ProjectSettings of(Path configuration) {
		return find(configuration).map(ProjectSettings::read).orElse(NONE);
	}

	public static ProjectSettings read(Path file) {
		try {
			return parse(file.toString(), Files.readAllLines(file));
		} catch (IOException e) {
			return new ProjectSettings(List.of(), new Failure(new Origin(file.toString(), 1, 1, 1, 1), e.getMessage()));
		}
	}

	/** @param file the name for origins */
	public static ProjectSettings parse(String file, List<String> lines) {
		List<Setting> settings = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).strip();
			if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("!")) {
				int equals = line.indexOf('=');
				settings.add(new Setting(equals < 0 ? line : line.substring(0, equals).strip(), equals < 0 ? "" : line.substring(equals + 1).strip(),
						new Origin(file, i + 1, 1, i + 1, lines.get(i).length() + 1)));
			}
		}
		return new ProjectSettings(List.copyOf(settings), null);
	}

	/** The last value of a setting. */
	public Optional<String> value(String name) {
		return settings.stream().filter(setting -> setting.name().equals(name)).reduce((first, second) -> second).map(Setting::value);
	}

	/** Empty when none is set or it names no release; {@link Releases#objection} says why. */
	public Optional<KeepalivedVersion> keepalivedVersion() {
		return value(KEEPALIVED_VERSION).flatMap(Releases::find);
	}
}
