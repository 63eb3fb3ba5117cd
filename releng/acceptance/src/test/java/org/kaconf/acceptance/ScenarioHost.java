package org.kaconf.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.kaconf.runtime.RuntimeCommand;
import org.kaconf.runtime.network.HostProcess;
import org.kaconf.runtime.network.NetworkHost;
import org.kaconf.runtime.network.RealTime;

/** One node of the scenario: its host, its nginx and the daemon that runs its generated configuration. */
final class ScenarioHost {
	/** The scenario's own longest wait is about 14 s; the rest is for a machine that is busy with other things. */
	static final Duration LIMIT = Duration.ofSeconds(45);

	/** What runs the node. */
	enum Kind {
		KACONF, KEEPALIVED
	}

	private final Kind kind;
	private final NetworkHost host;
	private final FrontEnd nginx;
	private final Path generated;
	private final Path folder;
	private HostProcess daemon;

	/**
	 * @param generated the node's generated files
	 * @param folder for what the node writes
	 */
	ScenarioHost(Kind kind, NetworkHost host, FrontEnd nginx, Path generated, Path folder) {
		this.kind = kind;
		this.host = host;
		this.nginx = nginx;
		this.generated = generated;
		this.folder = folder;
	}

	NetworkHost host() {
		return host;
	}

	FrontEnd nginx() {
		return nginx;
	}

	Path control() {
		return folder.resolve(host.name() + ".sock");
	}

	void start() throws IOException {
		String pidFile = folder.resolve(host.name() + ".pid").toString();
		String childPidFile = folder.resolve(host.name() + ".vrrp.pid").toString();
		Files.deleteIfExists(Path.of(pidFile));
		Files.deleteIfExists(Path.of(childPidFile));
		List<String> command = switch (kind) {
			case KACONF -> RuntimeCommand.of("-nlD", "-f", generated.resolve("node.json").toString(), "-p", pidFile, "--control", control().toString());
			case KEEPALIVED -> List.of("keepalived", "-n", "-l", "-D", "-f", generated.resolve("etc/keepalived/keepalived.conf").toString(), "-p", pidFile, "-r", childPidFile);
		};
		daemon = HostProcess.start(host, RealTime.command(command), line -> {
		});
	}

	int mark() {
		return daemon.position();
	}

	HostProcess.Line await(String text, int from) throws TimeoutException {
		return daemon.await(text, from, LIMIT);
	}

	List<String> log() {
		return daemon.lines().stream().map(HostProcess.Line::text).toList();
	}

	int awaitEnd() throws TimeoutException {
		return daemon.awaitEnd(LIMIT);
	}

	/** The machine is gone from one moment to the next: nothing says goodbye, and nothing is tidied up. */
	void crash() throws IOException, TimeoutException {
		List<ProcessHandle> processes = new ArrayList<>(ProcessHandle.of(daemon.pid()).orElseThrow().descendants().toList());
		if (kind == Kind.KEEPALIVED) {
			// A stopped parent cannot react to the death of its child, nor the child to that of its parent.
			host.run("kill", "-STOP", Long.toString(daemon.pid()));
		}
		processes.forEach(ProcessHandle::destroyForcibly);
		daemon.kill();
		daemon.awaitEnd(LIMIT);
	}

	boolean holds(String address) throws IOException {
		return host.hasAddress(address);
	}

	/** Waits for something that announces itself nowhere. */
	static void await(String what, Patience.Condition condition) throws IOException, TimeoutException {
		Patience.await(what, LIMIT, condition);
	}
}
