package org.kaconf.runtime;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.kaconf.model.Node;
import org.kaconf.model.ProcessSettings;
import org.kaconf.runtime.control.Broadcast;
import org.kaconf.runtime.control.ControlCommand;
import org.kaconf.runtime.control.ControlServer;
import org.kaconf.runtime.control.ControlSocket;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.daemon.Configuration;
import org.kaconf.runtime.daemon.NodeEngine;
import org.kaconf.runtime.linux.Capability;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.RisingPriority;
import org.kaconf.runtime.linux.Scheduling;
import org.kaconf.runtime.linux.ThreadIdentity;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.metrics.MetricsServer;
import org.kaconf.runtime.metrics.MetricsText;

/**
 * The VRRP daemon for one node of a cluster. {@link #run} takes the calling thread, which then owns all VRRP state, and returns when the daemon
 * has stopped in good order.
 */
public final class Daemon {
	/** To read a configuration again may mean to analyse a whole cluster. */
	private static final int RELOAD_SECONDS = 60;
	private static final Set<Capability> NEEDED = EnumSet.of(Capability.CAP_NET_ADMIN, Capability.CAP_NET_RAW);
	/** What only some nodes can make use of. */
	private static final Set<Capability> SPECIAL = EnumSet.of(Capability.CAP_SYS_NICE, Capability.CAP_IPC_LOCK);

	private final DaemonOptions options;
	private final Node node;
	private final ConfigurationSource source;
	private final CompletableFuture<Void> stop = new CompletableFuture<>();
	private final CompletableFuture<NodeEngine> running = new CompletableFuture<>();
	private final CompletableFuture<Reloader> reloader = new CompletableFuture<>();
	private final Broadcast events = new Broadcast();

	/** A daemon whose configuration is always the same. */
	public Daemon(DaemonOptions options, Node node) {
		this(options, node, () -> node);
	}

	/**
	 * @param node what to begin with
	 * @param source where a reload reads it again
	 */
	public Daemon(DaemonOptions options, Node node, ConfigurationSource source) {
		this.options = options;
		this.node = node;
		this.source = source;
	}

	/** Whether the runtime can run a node as it is meant. @throws DaemonException with one line about the first thing it cannot */
	public static void check(Node node) throws DaemonException {
		Optional<String> reason = Unsupported.find(node);
		if (reason.isPresent()) {
			throw new DaemonException(ExitCode.CONFIGURATION, reason.get());
		}
	}

	/** Asks a running daemon to stop; for any thread. */
	public void stop() {
		stop.complete(null);
	}

	/** Asks a running daemon to read its configuration again; for any thread. @return what has changed, in words, or why nothing has */
	public CompletableFuture<String> reload() {
		return reloader.thenCompose(Reloader::reload);
	}

	/**
	 * Runs until it is asked to stop.
	 *
	 * @throws DaemonException why it could not start or go on; the addresses are removed all the same
	 */
	@SuppressWarnings("try")
	public void run() throws DaemonException {
		check(node);
		// While all privileges are there; threads that are started from now on are ordinary ones.
		List<String> refused = Scheduling.apply(node.globals().process());
		Set<Capability> capabilities = capabilities();
		Path socket = options.controlSocket() == null ? ControlSocket.defaultPath(node.name()) : options.controlSocket();
		try (Signals signals = signals();
				PidFile pidFile = PidFile.take(options.pidFile());
				ControlServer control = ControlServer.open(socket, commands(), events);
				MetricsServer metrics = MetricsServer.open(options.metrics(), this::status);
				Log log = new Log(options.console(), options.detail())) {
			refused.forEach(log::info);
			if (options.signals()) {
				StatusFiles files = new StatusFiles(socket, this::status, log);
				signals.on("USR1", files::writeData);
				signals.on("USR2", files::writeStatistics);
			}
			control.start();
			ServiceManager service = new ServiceManager(log);
			try (StartAndStopScripts scripts = new StartAndStopScripts(node.globals(), Configuration.commands(node.globals(), capabilities, log), service, log)) {
				scripts.start(stop);
				if (stop.isDone()) {
					log.info("Stopping before the start");
					service.stopping();
				} else {
					runNode(capabilities, service, scripts, log);
				}
			}
		} catch (LinuxException e) {
			throw e.isPermission() ? new DaemonException(ExitCode.PERMISSION, e.getMessage() + "; " + grant(NEEDED), e)
					: new DaemonException(ExitCode.FAILURE, e.getMessage(), e);
		}
	}

	@SuppressWarnings("try")
	private void runNode(Set<Capability> capabilities, ServiceManager service, StartAndStopScripts scripts, Log log) throws LinuxException, DaemonException {
		try (EventLoop loop = new EventLoop(); NodeEngine engine = new NodeEngine(Configuration.of(node, capabilities, log), Version.get(), loop, log, events)) {
			running.complete(engine);
			reloader.complete(new Reloader(source, node, engine, capabilities, log, service));
			// The loop runs it first, once all has started.
			loop.post(() -> service.ready("runs node " + node.name()));
			engine.whenStopping(service::stopping);
			stop.thenRun(engine::requestStop);
			loop.whenLate(new RisingPriority(node.globals().process(), log::info)::late);
			try {
				engine.run();
			} finally {
				scripts.use(engine.configuration());
			}
		}
	}

	private CompletableFuture<NodeStatus> status() {
		return running.thenCompose(NodeEngine::status);
	}

	private Map<String, ControlCommand> commands() {
		return Map.of("status", new ControlCommand(request -> status()),
				"reload", new ControlCommand(RELOAD_SECONDS, request -> reload().thenApply(changes -> Map.of("changes", changes))),
				"metrics", new ControlCommand(request -> status().thenApply(status -> Map.of("text", MetricsText.of(status)))),
				"bfd", new ControlCommand(this::bfd), "stop", ControlCommand.answeredFirst(Map.of("pid", ProcessHandle.current().pid()), this::stop));
	}

	private CompletableFuture<?> bfd(JsonObject request) {
		if (!request.has("session") || !request.has("up")) {
			throw new IllegalArgumentException("bfd takes a session and whether it is up, such as {\"command\":\"bfd\",\"session\":\"b\",\"up\":true}");
		}
		String session = request.get("session").getAsString();
		boolean up = request.get("up").getAsBoolean();
		return running.thenCompose(engine -> engine.bfd(session, up)).thenApply(done -> Map.of("session", session, "up", up));
	}

	/** Before anything is made that a stop would leave behind: one that comes while the daemon starts is not lost. */
	private Signals signals() {
		Signals signals = new Signals();
		if (options.signals()) {
			signals.on("TERM", this::stop);
			signals.on("INT", this::stop);
			signals.on("HUP", this::reload);
		}
		return signals;
	}

	private Set<Capability> capabilities() throws DaemonException {
		try {
			if (node.globals().networkNamespace() != null) {
				// Of this thread and all that it starts, scripts included; the JVM's own threads have nothing to do with the network.
				ThreadIdentity.enterNetworkNamespace(node.globals().networkNamespace());
			}
			if (options.signals()) {
				// Before there are other threads, which inherit it. The JVM's own, which run nothing of ours, keep what they have.
				Capability.keepOnly(used(node.globals().process()));
			}
			Set<Capability> effective = Capability.effective();
			Set<Capability> missing = EnumSet.copyOf(NEEDED);
			missing.removeAll(effective);
			if (!missing.isEmpty()) {
				throw new DaemonException(ExitCode.PERMISSION, "no permission to run VRRP: " + grant(missing));
			}
			return effective;
		} catch (LinuxException e) {
			throw new DaemonException(e.isPermission() ? ExitCode.PERMISSION : ExitCode.FAILURE, e.getMessage(), e);
		}
	}

	/** What the daemon can make use of while it runs. */
	private static Set<Capability> used(ProcessSettings process) {
		Set<Capability> used = EnumSet.complementOf(EnumSet.copyOf(SPECIAL));
		if (process.automatic().greatest() > 0) {
			used.add(Capability.CAP_SYS_NICE);
		}
		if (process.noSwap()) {
			used.add(Capability.CAP_IPC_LOCK);
		}
		return used;
	}

	private static String grant(Set<Capability> missing) {
		return "run as root, or grant " + missing.stream().map(Capability::name).collect(Collectors.joining(" and "))
				+ " (AmbientCapabilities= in a systemd unit)";
	}
}
