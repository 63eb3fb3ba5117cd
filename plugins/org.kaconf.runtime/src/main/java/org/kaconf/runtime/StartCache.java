package org.kaconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.kaconf.model.InitialState;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Origins;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.control.ControlClient;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NamespaceNetwork;
import org.kaconf.runtime.network.NetworkHost;

/**
 * The daemon's AOT cache (JEP 483, JEP 514): its classes as they stand once it runs, in a file beside the folder of its jars. A start with it takes a
 * third of the time. It holds for one Java and for these jars; with others the JVM starts without it.
 */
public final class StartCache {
	private static final String FILE = "runtime.aot";
	private static final Duration LIMIT = Duration.ofSeconds(60);
	/** A cache that does not fit, such as after an update of Java, is nothing to tell a user at each start. */
	private static final List<String> QUIETLY = List.of("-Xlog:aot=off", "-Xlog:cds=off");

	private StartCache() {
	}

	/** The JVM options that use the cache; none where there is no cache. */
	static List<String> options() {
		Optional<Path> cache = place().filter(Files::exists);
		if (cache.isEmpty()) {
			return List.of();
		}
		List<String> options = new ArrayList<>(QUIETLY);
		options.add("-XX:AOTCache=" + cache.get());
		return options;
	}

	/** Where it belongs; empty when the classes come from folders, which no cache can be made of. */
	private static Optional<Path> place() {
		List<Path> classPath = RuntimeCommand.classPathEntries();
		if (!classPath.stream().allMatch(Files::isRegularFile)) {
			return Optional.empty();
		}
		Path jars = classPath.getFirst().toAbsolutePath().getParent();
		return Optional.of((jars.getParent() == null ? jars : jars.getParent()).resolve(FILE));
	}

	/**
	 * Runs the daemon once and keeps what it loaded. As root that is a whole life as a master, in a network namespace of its own; other users'
	 * daemon only reads its configuration, which makes a smaller cache.
	 *
	 * @return the file
	 * @throws IOException with one line that says why there is no cache
	 */
	public static Path create() throws IOException {
		Path cache = place().orElseThrow(() -> new IOException("the classes are not in jars, and of nothing else can a cache be made"));
		Files.deleteIfExists(cache);
		Path folder = Files.createTempDirectory("kaconf-start-cache-");
		Path json = folder.resolve("node.json");
		try {
			Files.writeString(json, NodeJson.write(node()));
			if (NamespaceNetwork.obstacle().isEmpty()) {
				liveAsMaster(cache, json, folder.resolve("control.sock"));
			} else {
				end(new ProcessBuilder(training(cache, "-t", "-f", json.toString())).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
			}
		} finally {
			Files.deleteIfExists(json);
			Files.delete(folder);
		}
		if (!Files.exists(cache)) {
			throw new IOException("this Java (" + Runtime.version() + ") made no AOT cache");
		}
		return cache;
	}

	private static List<String> training(Path cache, String... options) {
		List<String> words = RuntimeCommand.of(options);
		words.add(1, "-XX:AOTCacheOutput=" + cache);
		return words;
	}

	/** An address owner, which is master at once. */
	private static Node node() {
		Instance instance = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(1).priority(Instance.OWNER).initialState(InitialState.MASTER)
				.virtualAddresses(List.of(VirtualAddress.of("192.0.2.100/24"))).build();
		return new Node("start", List.of(), Globals.DEFAULT, List.of(), List.of(instance), List.of(), Origins.NONE);
	}

	private static void liveAsMaster(Path cache, Path json, Path socket) throws IOException {
		try (NamespaceNetwork network = NamespaceNetwork.create()) {
			NetworkHost host = network.addHost("start", "192.0.2.1/24");
			HostProcess daemon = HostProcess.start(host, training(cache, "-nlD", "-f", json.toString(), "--control", socket.toString()), line -> {
			});
			daemon.await("Entering MASTER STATE", 0, LIMIT);
			new ControlClient(socket).status();
			daemon.terminate();
			daemon.awaitEnd(LIMIT);
		} catch (TimeoutException e) {
			throw new IOException("the daemon did not start: " + e.getMessage(), e);
		}
	}

	private static void end(Process process) throws IOException {
		try {
			process.waitFor();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}
}
