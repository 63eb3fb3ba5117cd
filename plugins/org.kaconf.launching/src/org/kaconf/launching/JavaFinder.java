package org.kaconf.launching;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Finds a Java installation new enough for the runtime; the one Eclipse runs in may be older. */
public final class JavaFinder {
	private static final List<String> PLACES = List.of("/usr/lib/jvm", "/usr/java", "/usr/local/java", "/opt/java", "/opt");

	private final List<Path> candidates;

	private JavaFinder(List<Path> candidates) {
		this.candidates = candidates;
	}

	/** Looks at the Java that Eclipse runs in, JAVA_HOME, the PATH, and the places where packages put theirs. */
	public static JavaFinder ofThisMachine() {
		Set<Path> homes = new LinkedHashSet<>();
		homes.add(Path.of(System.getProperty("java.home")));
		String home = System.getenv("JAVA_HOME");
		if (home != null && !home.isBlank()) {
			homes.add(Path.of(home));
		}
		for (String folder : String.valueOf(System.getenv("PATH")).split(":")) {
			homeOfProgram(Path.of(folder, "java")).ifPresent(homes::add);
		}
		List<Path> parents = new ArrayList<>();
		PLACES.forEach(place -> parents.add(Path.of(place)));
		String user = System.getProperty("user.home");
		parents.add(Path.of(user, ".jdks"));
		parents.add(Path.of(user, ".sdkman/candidates/java"));
		parents.forEach(parent -> homes.addAll(children(parent)));
		return new JavaFinder(List.copyOf(homes));
	}

	/** Looks at these homes only. */
	public static JavaFinder of(List<Path> homes) {
		return new JavaFinder(List.copyOf(homes));
	}

	/** The first home whose Java is of at least this feature version. */
	public Optional<Path> find(int version) {
		return candidates.stream().filter(home -> version(home) >= version).findFirst();
	}

	/** The feature version of the Java in a home, such as 25; 0 when there is none. */
	public static int version(Path home) {
		if (!Files.isExecutable(home.resolve("bin/java"))) {
			return 0;
		}
		try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
			Properties release = new Properties();
			release.load(reader);
			return Runtime.Version.parse(release.getProperty("JAVA_VERSION", "").replace("\"", "")).feature();
		} catch (IOException | IllegalArgumentException e) {
			return 0;
		}
	}

	private static Optional<Path> homeOfProgram(Path program) {
		try {
			Path bin = program.toRealPath().getParent();
			return Optional.ofNullable(bin).map(Path::getParent);
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	private static List<Path> children(Path folder) {
		List<Path> result = new ArrayList<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
			stream.forEach(result::add);
		} catch (IOException e) {
			return List.of();
		}
		result.sort(null);
		return result;
	}
}
