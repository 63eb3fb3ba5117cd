package org.kaconf.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.kaconf.generator.Generator;
import org.kaconf.runtime.RuntimeCommand;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;

/** A node of the cluster: its host, its nginx and, once started, its runtime. */
final class RunningNode implements AutoCloseable {
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final Duration GRACE = Duration.ofSeconds(10);

	private final NetworkHost host;
	private final NginxServer nginx;
	private final Path generated;
	private final Narrator narrator;
	private HostProcess daemon;

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

	/** Starts the runtime as a process of its own. */
	void start() throws IOException {
		daemon = HostProcess.start(host, RuntimeCommand.of("-n", "-l", "-D", "-f", generated.resolve(Generator.NODE_JSON).toString(), "-p",
				generated.resolve("kaconf.pid").toString(), "--control", generated.resolve("control.sock").toString()),
				line -> narrator.log(name(), line.text()));
	}

	/** A place in the log so far, to wait from. */
	int mark() {
		return daemon.position();
	}

	/** @throws DemoFailure when the log does not say it in time */
	void awaitLog(int from, String text) throws DemoFailure {
		try {
			daemon.await(text, from, LIMIT);
		} catch (TimeoutException e) {
			throw new DemoFailure(name() + ": " + e.getMessage());
		}
	}

	/** Ends the runtime in good order. */
	void stop() throws DemoFailure {
		daemon.terminate();
		try {
			daemon.awaitEnd(GRACE);
		} catch (TimeoutException e) {
			throw new DemoFailure(name() + " did not stop when asked to: " + e.getMessage());
		}
	}

	@Override
	public void close() {
		nginx.close();
		if (daemon != null) {
			daemon.kill();
		}
	}
}
