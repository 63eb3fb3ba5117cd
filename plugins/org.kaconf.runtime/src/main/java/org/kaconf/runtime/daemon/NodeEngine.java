package org.kaconf.runtime.daemon;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.control.Broadcast;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.linux.ChildProcess;
import org.kaconf.runtime.linux.FrameSocket;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.NetworkMonitor;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.notify.Notifications;
import org.kaconf.runtime.script.Programs;
import org.kaconf.runtime.script.TrackedScripts;
import org.kaconf.runtime.tracking.Observation;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Tracker;

/**
 * One node at work: its virtual routers, scripts and interfaces on one event loop, from its start to its end. Made and run by the thread that owns
 * all of it; only {@link #requestStop}, {@link #reload} and {@link #status} are for others.
 */
public final class NodeEngine implements AutoCloseable, EventLoop.Deadlines {
	/** How long a stopping daemon waits for notify scripts, as keepalived does. */
	private static final long FAREWELL_NANOS = 1_000_000_000L;
	/** How long those that are still there then have between SIGTERM and SIGKILL. */
	private static final long LAST_WORDS_NANOS = 100_000_000L;

	private final String version;
	private final EventLoop loop;
	private final Log log;
	private final Interfaces interfaces = new Interfaces();
	private final OwnAddresses ownAddresses = new OwnAddresses(interfaces);
	private final EffectQueue effects = new EffectQueue();
	private final Routers routers = new Routers();
	private final Rehearsals rehearsals = new Rehearsals(routers);
	private final Ports ports;
	private final Programs programs;
	private final Notifications notifications;
	private final TrackedScripts scripts;
	private final Observation observation;
	private final StatusReport report;
	private Configuration configuration;
	private Assembly assembly;
	private NetworkMonitor monitor;
	private RouteNetlink netlink;
	private FrameSocket frames;
	private Host host;
	private NetworkWatch watch;
	private Runnable whenStopping = () -> {
	};
	private boolean stopping;
	private long farewell = Long.MAX_VALUE;
	private long lastWords = Long.MAX_VALUE;

	/** @param events where subscribers hear what happens */
	public NodeEngine(Configuration configuration, String version, EventLoop loop, Log log, Broadcast events) {
		this.configuration = configuration;
		this.version = version;
		this.loop = loop;
		this.log = log;
		ports = new Ports(loop, log);
		programs = new Programs(loop);
		notifications = new Notifications(programs, events, log);
		scripts = new TrackedScripts(programs, log, (script, good) -> routers.track(Tracker.script(script.name()), good, System.nanoTime()));
		observation = new Observation(loop, log, (tracker, event) -> routers.tell(tracker, event, System.nanoTime()));
		report = new StatusReport(configuration.node().name(), version, Instant.now());
	}

	/** @param action done when the node begins to stop; to be set before it runs */
	public void whenStopping(Runnable action) {
		whenStopping = action;
	}

	/** Asks for a stop in good order; once is enough. */
	public void requestStop() {
		loop.post(this::stop);
	}

	/** How things stand, from the loop's thread. */
	public CompletableFuture<NodeStatus> status() {
		return onLoop(() -> report.of(routers.all(), scripts.monitors()));
	}

	/**
	 * Goes over to another configuration of this node.
	 *
	 * @return what has changed, in words; or why it could not be, as a {@link DaemonException} or {@link LinuxException}: the old one goes on then
	 */
	public CompletableFuture<String> reload(Configuration changed) {
		return onLoop(() -> stopping ? "" : apply(changed));
	}

	/** A BFD session was reported up or down. @return fails with an IllegalArgumentException for one that is not configured */
	public CompletableFuture<Void> bfd(String session, boolean up) {
		return onLoop(() -> {
			observation.reported(session, up);
			return null;
		});
	}

	/** Does something on the loop's thread and tells what came of it. */
	private <T> CompletableFuture<T> onLoop(Callable<T> action) {
		CompletableFuture<T> done = new CompletableFuture<>();
		boolean posted = loop.post(() -> {
			try {
				done.complete(action.call());
			} catch (Exception e) {
				done.completeExceptionally(e);
			}
		});
		if (!posted) {
			done.cancel(false);
		}
		return done;
	}

	/** The one that runs or ran last; for the loop's thread and whom it has ended for. */
	public Configuration configuration() {
		return configuration;
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

	private void open() throws LinuxException {
		// First the subscription, then the question: a change in between is heard twice rather than not at all.
		monitor = new NetworkMonitor();
		netlink = new RouteNetlink();
		interfaces.refresh(netlink);
		frames = new FrameSocket();
		host = new Host(interfaces, ownAddresses, netlink, monitor, frames, log);
		assembly = new Assembly(interfaces, ownAddresses, ports, host, routers, scripts, observation, notifications, effects, this::readNews, log);
		watch = new NetworkWatch(loop, netlink, interfaces, ownAddresses, ports, host, routers, log);
		loop.add(monitor, this::readNews);
	}

	private void readNews() {
		monitor.read(watch);
	}

	private void start() throws LinuxException, DaemonException {
		HostIdentity.check(configuration.node(), interfaces);
		apply(configuration);
		effects.drain();
		loop.post(rehearsals::begin);
		log.info("Startup complete");
	}

	private String apply(Configuration changed) throws LinuxException, DaemonException {
		long now = System.nanoTime();
		String changes = assembly.apply(changed, now);
		watch.configure(changed.node());
		configuration = changed;
		return changes;
	}

	@Override
	public boolean hasWork() {
		return !effects.isEmpty();
	}

	@Override
	public long wakeUp() {
		return Math.min(routers.wakeUp(), next());
	}

	@Override
	public long next() {
		long protocol = Math.min(Math.min(routers.next(), rehearsals.next()), Math.min(host.next(), watch.next()));
		return Math.min(Math.min(farewell, lastWords), Math.min(protocol, Math.min(scripts.next(), programs.next())));
	}

	@Override
	public void heldUp(long nanos, long now) {
		routers.handle(new Event.HeldUp(nanos), now);
	}

	@Override
	public void due(long now) {
		routers.due(now);
		rehearsals.due(now);
		host.due(now);
		watch.due(now);
		scripts.due(now);
		programs.due(now);
		// One at a time: in between, adverts are sent and read.
		effects.performNext();
		if (farewell <= now) {
			farewell = Long.MAX_VALUE;
			lastWords = now + LAST_WORDS_NANOS;
			programs.signal(ChildProcess.SIGTERM);
		}
		if (lastWords <= now) {
			loop.stop();
		}
	}

	private void stop() {
		if (stopping) {
			return;
		}
		stopping = true;
		log.info("Stopping");
		whenStopping.run();
		scripts.abandon();
		stopRouters();
		notifications.stop();
		farewell = System.nanoTime() + FAREWELL_NANOS;
		programs.whenIdle(loop::stop);
	}

	private void stopRouters() {
		routers.handle(new Event.Stop(), System.nanoTime());
		effects.drain();
	}

	@Override
	public void close() {
		observation.close();
		notifications.close();
		programs.close();
		ports.close();
		if (host != null) {
			host.close();
		}
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
