package org.kaconf.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.Node;
import org.kaconf.model.Notify;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
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
	/** The arguments of java that start the daemon with the cache, for the start script. */
	private static final String ARGUMENTS = "runtime.args";
	private static final Command TRUE = Command.of("/bin/true");
	private static final String MASTER_OF_BOTH = "(VI_2) Entering MASTER STATE";
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
	 * Runs the daemon once and keeps what it loaded. As root that is a life as backup and master beside another daemon, with scripts, in network namespaces of their own; other users'
	 * daemon only reads its configuration, which makes a smaller cache.
	 *
	 * @return the file
	 * @throws IOException with one line that says why there is no cache
	 */
	public static Path create() throws IOException {
		Path cache = place().orElseThrow(() -> new IOException("the classes are not in jars, and of nothing else can a cache be made"));
		Path arguments = cache.resolveSibling(ARGUMENTS);
		Files.deleteIfExists(arguments);
		Files.deleteIfExists(cache);
		Path folder = Files.createTempDirectory("kaconf-start-cache-");
		Path json = folder.resolve("node.json");
		Path peer = folder.resolve("peer.json");
		try {
			Files.writeString(json, NodeJson.write(node("start", 100)));
			if (NamespaceNetwork.obstacle().isEmpty()) {
				Files.writeString(peer, NodeJson.write(node("peer", 200)));
				live(cache, json, peer);
			} else {
				end(new ProcessBuilder(training(cache, "-t", "-f", json.toString())).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
			}
		} finally {
			Files.deleteIfExists(json);
			Files.deleteIfExists(peer);
			Files.delete(folder);
		}
		if (!Files.exists(cache)) {
			throw new IOException("this Java (" + Runtime.version() + ") made no AOT cache");
		}
		Files.write(arguments, RuntimeCommand.javaArguments().stream().map(StartCache::quoted).toList());
		return cache;
	}

	/** As java's argument files want it. */
	private static String quoted(String word) {
		return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	private static List<String> training(Path cache, String... options) {
		List<String> words = RuntimeCommand.of(options);
		// Without what was worth compiling: the daemon would compile all of it before its first advert.
		words.addAll(1, List.of("-XX:AOTCacheOutput=" + cache, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
		return words;
	}

	/** A virtual router that is master at once (an address owner), and one that two nodes share, with scripts. */
	private static Node node(String name, int priority) {
		Instance owner = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(priority).priority(Instance.OWNER).initialState(InitialState.MASTER)
				.virtualAddresses(List.of(VirtualAddress.of("192.0.2." + priority + "/24"))).build();
		Script check = new Script("check", TRUE, null, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1, 1, false, false, Origins.NONE);
		Instance shared = Instance.builder("VI_2").interfaceName("eth0").virtualRouterId(1).version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100)).priority(priority)
				.virtualAddresses(List.of(VirtualAddress.of("192.0.2.99/24"))).trackedScripts(List.of(new TrackedScript(check.name(), 1, false, Origins.NONE)))
				.notifyScripts(new Notify(TRUE, null, null, null, null)).build();
		return new Node(name, List.of(), Globals.DEFAULT, List.of(check), List.of(owner, shared), List.of(), Origins.NONE);
	}

	/** Hears another master, takes over from it, and ends. */
	private static void live(Path cache, Path json, Path peerJson) throws IOException {
		try (NamespaceNetwork network = NamespaceNetwork.create()) {
			HostProcess peer = start(network.addHost("peer", "192.0.2.2/24"), RuntimeCommand.of("-nl", "-f", peerJson.toString(), "--control", socket(peerJson)));
			peer.await(MASTER_OF_BOTH, 0, LIMIT);
			HostProcess daemon = start(network.addHost("start", "192.0.2.1/24"), training(cache, "-nlD", "-f", json.toString(), "--control", socket(json)));
			daemon.await("Startup complete", 0, LIMIT);
			new ControlClient(Path.of(socket(json))).status();
			peer.terminate();
			peer.awaitEnd(LIMIT);
			daemon.await(MASTER_OF_BOTH, 0, LIMIT);
			daemon.terminate();
			daemon.awaitEnd(LIMIT);
		} catch (TimeoutException e) {
			throw new IOException("the daemon did not start: " + e.getMessage(), e);
		}
	}

	private static HostProcess start(NetworkHost host, List<String> words) throws IOException {
		return HostProcess.start(host, words, line -> {
		});
	}

	private static String socket(Path json) {
		return json + ".sock";
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
