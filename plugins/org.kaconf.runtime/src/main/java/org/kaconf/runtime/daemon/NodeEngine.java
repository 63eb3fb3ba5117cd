package org.kaconf.runtime.daemon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedScript;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.linux.Capability;
import org.kaconf.runtime.linux.FrameSocket;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.NetworkMonitor;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.Notifier;
import org.kaconf.runtime.script.Programs;
import org.kaconf.runtime.script.ScriptCommands;
import org.kaconf.runtime.script.TrackedScripts;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Tracker;

/**
 * One node at work: its virtual routers, scripts and interfaces on one event loop, from its start to its end. Made and run by the thread that owns
 * all of it; only {@link #requestStop} and {@link #status} are for others.
 */
public final class NodeEngine implements AutoCloseable, EventLoop.Deadlines {
	private static final Set<Capability> CHANGE_USER = EnumSet.of(Capability.CAP_SETUID, Capability.CAP_SETGID);
	/** How long a stopping daemon waits for notify scripts, as keepalived does. */
	private static final long FAREWELL_NANOS = 1_000_000_000L;

	private final Node node;
	private final String version;
	private final EventLoop loop;
	private final Log log;
	private final Interfaces interfaces = new Interfaces();
	private final OwnAddresses ownAddresses;
	private final EffectQueue effects = new EffectQueue();
	private final Routers routers = new Routers();
	private final Ports ports;
	private final Programs programs;
	private final Notifier notifier;
	private final TrackedScripts scripts;
	private final StatusReport report;
	private NetworkMonitor monitor;
	private RouteNetlink netlink;
	private FrameSocket frames;
	private boolean stopping;
	private long farewell = Long.MAX_VALUE;

	public NodeEngine(Node node, String version, EventLoop loop, Log log, Set<Capability> capabilities) {
		this.node = node;
		this.version = version;
		this.loop = loop;
		this.log = log;
		ownAddresses = new OwnAddresses(interfaces, node.instances());
		ports = new Ports(loop, log);
		programs = new Programs(loop);
		ScriptCommands commands = new ScriptCommands(node.globals(), capabilities.containsAll(CHANGE_USER), log);
		notifier = new Notifier(programs, commands, log);
		scripts = new TrackedScripts(programs, commands, log, (script, good) -> routers.track(Tracker.script(script.name()), good, System.nanoTime()));
		report = new StatusReport(node.name(), version, Instant.now().toString());
	}

	/** Asks for a stop in good order; once is enough. */
	public void requestStop() {
		loop.post(this::stop);
	}

	/** How things stand, from the loop's thread. */
	public CompletableFuture<NodeStatus> status() {
		CompletableFuture<NodeStatus> status = new CompletableFuture<>();
		loop.post(() -> status.complete(report.of(routers.all(), scripts.monitors(), ports.unknown())));
		return status;
	}

	/** Runs to the end. */
	public void run() throws LinuxException, DaemonException {
		log.info("Starting Kaconf " + version);
		open();
		try {
			start();
			loop.run(this);
		} finally {
			// After a failure too: whoever waits for an advert is told, and no address stays.
			stopRouters();
		}
		log.info("Stopped Kaconf " + version);
	}

	private void open() throws LinuxException, DaemonException {
		// First the subscription, then the question: a change in between is heard twice rather than not at all.
		monitor = new NetworkMonitor();
		netlink = new RouteNetlink();
		interfaces.refresh(netlink);
		frames = new FrameSocket();
		Host host = new Host(interfaces, netlink, new Announcer(frames, log), log);
		List<Router> opened = new ArrayList<>();
		for (Instance instance : node.instances()) {
			opened.add(router(withRunnableScripts(instance), host));
		}
		routers.set(opened);
		for (SyncGroup group : node.syncGroups()) {
			new Group(group, opened.stream().filter(r -> group.members().contains(r.instance().name())).toList(), notifier, log);
		}
	}

	private Router router(Instance instance, Host host) throws LinuxException, DaemonException {
		Link link = interfaces.get(instance.interfaceName());
		if (link == null) {
			throw new DaemonException(ExitCode.INTERFACE, "interface " + instance.interfaceName() + " of vrrp_instance " + instance.name()
					+ " does not exist; create it, or name one that ip link shows");
		}
		InterfacePort port = ports.of(Channel.of(instance), link);
		Router router = new Router(instance, Router.primaryAddress(instance, ownAddresses.of(link)), port, host, notifier, log, effects);
		port.add(router);
		return router;
	}

	private Instance withRunnableScripts(Instance instance) {
		List<TrackedScript> runnable = instance.trackedScripts().stream().filter(t -> scripts.track(node.script(t.script()).orElseThrow())).toList();
		return runnable.equals(instance.trackedScripts()) ? instance : InstanceBuilder.from(instance).trackedScripts(runnable).build();
	}

	private void start() throws LinuxException {
		long now = System.nanoTime();
		NetworkWatch watch = new NetworkWatch(loop, netlink, interfaces, ownAddresses, ports, routers, log);
		loop.add(monitor, () -> monitor.read(watch));
		watch.tellHowThingsStand(now);
		node.scripts().stream().filter(Script::initFail).forEach(script -> routers.track(Tracker.script(script.name()), false, now));
		routers.handle(new Event.Start(), now);
		effects.drain();
		scripts.begin(now);
		loop.post(routers::rehearse);
		log.info("Startup complete");
	}

	@Override
	public long next() {
		return effects.isEmpty() ? Math.min(farewell, Math.min(routers.next(), scripts.next())) : Long.MIN_VALUE;
	}

	@Override
	public void due(long now) {
		routers.due(now);
		scripts.due(now);
		// One at a time: in between, adverts are sent and read.
		effects.performNext();
		if (farewell <= now) {
			loop.stop();
		}
	}

	private void stop() {
		if (stopping) {
			return;
		}
		stopping = true;
		log.info("Stopping");
		scripts.abandon();
		stopRouters();
		farewell = System.nanoTime() + FAREWELL_NANOS;
		programs.whenIdle(loop::stop);
	}

	private void stopRouters() {
		routers.handle(new Event.Stop(), System.nanoTime());
		effects.drain();
	}

	@Override
	public void close() {
		programs.close();
		ports.close();
		if (frames != null) {
			frames.close();
		}
		if (netlink != null) {
			netlink.close();
		}
		if (monitor != null) {
			loop.remove(monitor);
			monitor.close();
		}
	}
}
