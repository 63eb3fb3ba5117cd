package org.kaconf.runtime.daemon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.control.NodeStatus;
import org.kaconf.runtime.linux.Capability;
import org.kaconf.runtime.linux.FrameSocket;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.NetworkMonitor;
import org.kaconf.runtime.linux.RouteNetlink;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.Notifier;
import org.kaconf.runtime.script.Programs;
import org.kaconf.runtime.script.ScriptCommands;
import org.kaconf.runtime.script.ScriptMonitor;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Tracker;

/**
 * One node at work: its virtual routers, scripts and interfaces on one event loop. Made and run by the thread that owns all of it; only
 * {@link #requestStop} and {@link #status} are for others.
 */
public final class NodeEngine implements AutoCloseable, EventLoop.Deadlines, NetworkMonitor.Listener {
	private static final Event TIMER = new Event.Timer();
	private static final Set<Capability> CHANGE_USER = EnumSet.of(Capability.CAP_SETUID, Capability.CAP_SETGID);
	/** How long a stopping daemon waits for notify scripts, as keepalived does. */
	private static final long FAREWELL_NANOS = 1_000_000_000L;

	private final Node node;
	private final String version;
	private final EventLoop loop;
	private final Log log;
	private final Interfaces interfaces = new Interfaces();
	private final EffectQueue effects = new EffectQueue();
	/** Addresses that come and go with the state of a router, and are never sent from. */
	private final Set<IpAddress> virtualAddresses = new HashSet<>();
	private final Programs programs;
	private final Notifier notifier;
	private final ScriptCommands commands;
	private final StatusReport report;
	private final Map<String, InterfacePort> ports = new LinkedHashMap<>();
	private final List<ScriptMonitor> scripts = new ArrayList<>();
	private Router[] routers = {};
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
		programs = new Programs(loop);
		commands = new ScriptCommands(node.globals(), capabilities.containsAll(CHANGE_USER), log);
		notifier = new Notifier(programs, commands, log);
		for (Instance instance : node.instances()) {
			if (instance.priority() < Instance.OWNER) {
				instance.virtualAddresses().forEach(a -> virtualAddresses.add(a.address()));
			}
			instance.excludedAddresses().forEach(a -> virtualAddresses.add(a.address()));
		}
		report = new StatusReport(node.name(), version, Instant.now().toString());
	}

	/** Asks for a stop in good order; once is enough. */
	public void requestStop() {
		loop.post(this::stop);
	}

	/** How things stand, from the loop's thread. */
	public CompletableFuture<NodeStatus> status() {
		CompletableFuture<NodeStatus> status = new CompletableFuture<>();
		loop.post(() -> status.complete(report.of(List.of(routers), scripts, ports.values().stream().mapToLong(InterfacePort::unknown).sum())));
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
			Link link = interfaces.get(instance.interfaceName());
			if (link == null) {
				throw new DaemonException(ExitCode.INTERFACE, "interface " + instance.interfaceName() + " of vrrp_instance " + instance.name()
						+ " does not exist; create it, or name one that ip link shows");
			}
			InterfacePort port = ports.get(instance.interfaceName());
			if (port == null) {
				port = new InterfacePort(loop, link);
				ports.put(instance.interfaceName(), port);
			}
			Instance runnable = withRunnableScripts(instance);
			Router router = new Router(runnable, Router.primaryAddress(runnable, ownAddresses(link)), port, host, notifier, log, effects);
			port.add(router);
			opened.add(router);
		}
		routers = opened.toArray(Router[]::new);
		for (SyncGroup group : node.syncGroups()) {
			new Group(group, opened.stream().filter(r -> group.members().contains(r.instance().name())).toList(), notifier, log);
		}
		loop.add(monitor, () -> monitor.read(this));
	}

	/** Without the tracked scripts that cannot or must not run: those are logged and do not count, as in keepalived. */
	private Instance withRunnableScripts(Instance instance) {
		List<TrackedScript> runnable = instance.trackedScripts().stream().filter(t -> monitor(t.script()).isPresent()).toList();
		return runnable.equals(instance.trackedScripts()) ? instance : InstanceBuilder.from(instance).trackedScripts(runnable).build();
	}

	private Optional<ScriptMonitor> monitor(String name) {
		for (ScriptMonitor known : scripts) {
			if (known.script().name().equals(name)) {
				return Optional.of(known);
			}
		}
		Script script = node.script(name).orElseThrow();
		Optional<ScriptMonitor> made = commands.find(script.command())
				.map(r -> new ScriptMonitor(script, r.words(), r.account(), programs, log, this::scriptChanged));
		made.ifPresent(scripts::add);
		return made;
	}

	private void start() {
		long now = System.nanoTime();
		for (Router router : routers) {
			router.handle(new Event.Link(router.port().link().up()), now);
			for (TrackedInterface tracked : router.instance().trackedInterfaces()) {
				Link link = interfaces.get(tracked.name());
				router.handle(new Event.Track(Tracker.networkInterface(tracked.name()), link != null && link.up()), now);
			}
			for (TrackedScript tracked : router.instance().trackedScripts()) {
				if (node.script(tracked.script()).orElseThrow().initFail()) {
					router.handle(new Event.Track(Tracker.script(tracked.script()), false), now);
				}
			}
		}
		for (Router router : routers) {
			router.handle(new Event.Start(), now);
		}
		effects.drain();
		scripts.forEach(script -> script.begin(now));
		loop.post(() -> {
			for (Router router : routers) {
				router.rehearse();
			}
		});
		log.info("Startup complete");
	}

	@Override
	public long next() {
		if (!effects.isEmpty()) {
			return Long.MIN_VALUE;
		}
		long next = farewell;
		for (Router router : routers) {
			next = Math.min(next, router.state().nextDeadline());
		}
		for (int i = 0; i < scripts.size() && !stopping; i++) {
			next = Math.min(next, scripts.get(i).nextDeadline());
		}
		return next;
	}

	@Override
	public void due(long now) {
		for (Router router : routers) {
			if (router.state().nextDeadline() <= now) {
				router.handle(TIMER, now);
			}
		}
		for (int i = 0; i < scripts.size() && !stopping; i++) {
			scripts.get(i).due(now);
		}
		// One at a time: in between, adverts are sent and read.
		effects.performNext();
		if (farewell <= now) {
			loop.stop();
		}
	}

	private void scriptChanged(ScriptMonitor script, boolean good) {
		long now = System.nanoTime();
		for (Router router : routers) {
			if (router.instance().trackedScripts().stream().anyMatch(t -> t.script().equals(script.script().name()))) {
				router.handle(new Event.Track(Tracker.script(script.script().name()), good), now);
			}
		}
	}

	private void stop() {
		if (stopping) {
			return;
		}
		stopping = true;
		log.info("Stopping");
		scripts.forEach(ScriptMonitor::abandon);
		stopRouters();
		farewell = System.nanoTime() + FAREWELL_NANOS;
		programs.whenIdle(loop::stop);
	}

	private void stopRouters() {
		long now = System.nanoTime();
		for (Router router : routers) {
			router.handle(new Event.Stop(), now);
		}
		effects.drain();
	}

	@Override
	public void linkChanged(Link link) {
		interfaces.formerly(link).ifPresent(this::linkRemoved);
		Link before = interfaces.get(link.name());
		interfaces.put(link);
		InterfacePort port = ports.get(link.name());
		if (port != null) {
			reopen(port, link);
		}
		if (before == null || before.up() != link.up()) {
			upOrDown(link.name(), link.up());
		}
	}

	@Override
	public void linkRemoved(Link link) {
		interfaces.remove(link);
		InterfacePort port = ports.get(link.name());
		if (port != null) {
			// Even if it comes back with the index it had, such as from another network namespace, the socket has lost its multicast groups.
			port.close();
		}
		upOrDown(link.name(), false);
	}

	/** An interface that was removed and made again has another index, and the old socket hears nothing of it. */
	private void reopen(InterfacePort port, Link link) {
		if (port.socket() != null && port.link().index() == link.index()) {
			port.setLink(link);
			return;
		}
		try {
			port.open(link);
		} catch (LinuxException e) {
			log.info(e.getMessage());
		}
	}

	private void upOrDown(String name, boolean up) {
		boolean concerns = false;
		long now = System.nanoTime();
		Tracker tracker = Tracker.networkInterface(name);
		for (Router router : routers) {
			boolean own = router.instance().interfaceName().equals(name);
			boolean tracked = router.instance().trackedInterfaces().stream().anyMatch(t -> t.name().equals(name));
			if ((own || tracked) && !concerns) {
				concerns = true;
				log.info("Netlink reports " + name + (up ? " up" : " down"));
			}
			if (own) {
				router.handle(new Event.Link(up), now);
			}
			if (tracked) {
				router.handle(new Event.Track(tracker, up), now);
			}
		}
	}

	@Override
	public void addressAdded(LinkAddress address) {
		if (!virtualAddresses.contains(address.prefix().address())) {
			interfaces.add(address);
			addressesChanged();
		}
	}

	@Override
	public void addressRemoved(LinkAddress address) {
		if (!virtualAddresses.contains(address.prefix().address())) {
			interfaces.remove(address);
			addressesChanged();
			return;
		}
		// After what else the kernel has to say, such as that the whole interface is gone.
		loop.post(() -> {
			for (Router router : routers) {
				router.restore(address);
			}
		});
	}

	@Override
	public void overrun() {
		log.info("Netlink reported more changes than could be read; asking for all interfaces and addresses again");
		try {
			List<Link> links = netlink.links();
			interfaces.missing(links).forEach(this::linkRemoved);
			links.forEach(this::linkChanged);
			interfaces.setAddresses(netlink.addresses());
			addressesChanged();
		} catch (LinuxException e) {
			log.info(e.getMessage());
		}
	}

	private void addressesChanged() {
		long now = System.nanoTime();
		for (Router router : routers) {
			Link link = interfaces.get(router.instance().interfaceName());
			router.choosePrimaryAddress(link == null ? List.of() : ownAddresses(link), now);
		}
	}

	private List<IpAddress> ownAddresses(Link link) {
		return interfaces.addresses(link).stream().filter(address -> !virtualAddresses.contains(address)).toList();
	}

	@Override
	public void close() {
		programs.close();
		ports.values().forEach(InterfacePort::close);
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
