package org.kaconf.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kaconf.runtime.Main;
import org.kaconf.runtime.network.NetworkHost;

/** A node of the cluster: its host, its nginx and, once started, its runtime. */
final class RunningNode implements AutoCloseable {
	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final NetworkHost host;
	private final NginxServer nginx;
	private final Path generated;
	private final Narrator narrator;
	private WatchedProcess daemon;

	/** @param generated the folder of this node's generated files */
	RunningNode(NetworkHost host, NginxServer nginx, Path generated, Narrator narrator) {
		this.host = host;
		this.nginx = nginx;
		this.generated = generated;
		this.narrator = narrator;
	}

	String name() {
		return host.name();
	}

	NginxServer nginx() {
		return nginx;
	}

	NetworkHost host() {
		return host;
	}

	/** Starts the runtime as a process of its own, with the class path of this one. */
	void start() throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Xmx32m", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				Main.class.getName(), "-n", "-l", "-D", "-f", generated.resolve("node.json").toString(), "-p", generated.resolve("kaconf.pid").toString(),
				"--control", generated.resolve("control.sock").toString()));
		daemon = WatchedProcess.start(host.command(command), line -> narrator.log(name(), line));
	}

	/** A place in the log so far, to wait from. */
	int mark() {
		return daemon.mark();
	}

	/** @throws DemoFailure when the log does not say it in time */
	void awaitLog(int from, String text) throws InterruptedException, DemoFailure {
		if (daemon.await(from, line -> line.contains(text), LIMIT).isEmpty()) {
			throw new DemoFailure(name() + " did not say \"" + text + "\" within " + LIMIT.toSeconds() + " s; its last line was: " + daemon.lastLine());
		}
	}

	/** Ends the runtime in good order. */
	void stop() {
		daemon.close();
	}

	@Override
	public void close() {
		nginx.close();
		if (daemon != null) {
			daemon.close();
		}
	}
}
