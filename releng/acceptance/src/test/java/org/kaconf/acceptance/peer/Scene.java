package org.kaconf.acceptance.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.model.Instance;

/**
 * What nodes do together: a file of the folder {@code scenes}, which is one keepalived.conf for all hosts ({@code @a}, {@code @b}, {@code @c}), a line of
 * dashes, and the steps.
 *
 * @param hosts names, in the order of their addresses
 */
record Scene(String name, String configuration, List<String> hosts, List<Step> steps) {
	private static final String SUFFIX = ".scene";

	static List<Scene> all() {
		try (Stream<Path> files = Files.list(Path.of(Scene.class.getResource("/scenes").toURI()))) {
			return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().map(Scene::read).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Scene read(Path file) {
		try {
			String[] parts = Files.readString(file).split("(?m)^-+\n", 2);
			List<Step> steps = parts[1].lines().filter(line -> !line.isBlank()).map(Step::parse).toList();
			return new Scene(file.getFileName().toString().replace(SUFFIX, ""), parts[0], steps.stream().map(Step::host).distinct().sorted().toList(), steps);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The virtual routers, as the first host sees them. */
	List<Instance> instances(Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("scene.conf"), configuration);
		return Kaconf.create().analyse(file, LoadOptions.DEFAULT.withConfigId(hosts.getFirst())).nodes().getFirst().model().instances();
	}

	@Override
	public String toString() {
		return name;
	}
}
