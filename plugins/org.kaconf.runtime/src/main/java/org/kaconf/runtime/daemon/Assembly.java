package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kaconf.model.Globals;
import org.kaconf.model.Instance;
import org.kaconf.model.InterfacePolicy;
import org.kaconf.model.SyncGroup;
import org.kaconf.runtime.DaemonException;
import org.kaconf.runtime.ExitCode;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.notify.Notifications;
import org.kaconf.runtime.script.TrackedScripts;
import org.kaconf.runtime.tracking.Observation;
import org.kaconf.vrrp.machine.Event;

/**
 * Puts the virtual routers and sync groups of a configuration together: at the start all of them, at a reload out of those that run. What says the
 * same as before is not touched, so that its adverts keep their time. Belongs to the loop's thread.
 */
final class Assembly {
	private static final double NANOS_PER_SECOND = 1e9;

	private final Interfaces interfaces;
	private final OwnAddresses ownAddresses;
	private final Ports ports;
	private final Host host;
	private final Routers routers;
	private final TrackedScripts scripts;
	private final Observation observation;
	private final TrackedThings things;
	private final Notifications notifications;
	private final EffectQueue effects;
	private final Runnable news;
	private final Log log;
	private Map<String, Group> groups = Map.of();
	private Placement placement = Placement.NONE;

	/** @param news hears what the kernel has told of interfaces and addresses so far */
	Assembly(Interfaces interfaces, OwnAddresses ownAddresses, Ports ports, Host host, Routers routers, TrackedScripts scripts, Observation observation, Notifications notifications, EffectQueue effects,
			Runnable news, Log log) {
		this.interfaces = interfaces;
		this.ownAddresses = ownAddresses;
		this.ports = ports;
		this.host = host;
		this.routers = routers;
		this.scripts = scripts;
		this.observation = observation;
		things = new TrackedThings(interfaces, scripts, observation);
		this.notifications = notifications;
		this.effects = effects;
		this.news = news;
		this.log = log;
	}

	/** What is to become of the routers. @param changed which routers get which configuration */
	private record Plan(List<Router> all, List<Router> added, Map<Router, Instance> changed, List<Router> removed) {
	}

	/**
	 * Goes over to a configuration.
	 *
	 * @return what has changed, in words; empty for nothing
	 * @throws DaemonException why it cannot be; then nothing has changed
	 */
	String apply(Configuration configuration, long now) throws DaemonException, LinuxException {
		boolean starting = placement == Placement.NONE;
		Placement next = Placement.of(configuration.instances(), configuration.node().globals().interfaces());
		ownAddresses.set(next);
		Event start = new Event.Start(starting ? startupDelay(configuration.node().globals()) : 0);
		Plan plan;
		try {
			requireInterfaces(next, configuration.node().globals().interfaces());
			host.prepare(next, configuration.node());
			// An interface that was made just now was down at first. That is over, and no fault of an instance that is about to start on it.
			news.run();
			plan = plan(next.instances());
		} catch (DaemonException | LinuxException e) {
			ownAddresses.set(placement);
			ports.closeUnused(routers.all());
			host.retain(placement);
			throw e;
		}
		notifications.configure(configuration.node().globals(), configuration.commands());
		scripts.configure(configuration.trackedScripts(), configuration.commands(), now);
		observation.configure(configuration.node(), Trackers.of(next.instances()), starting);
		routers.set(plan.all);
		plan.removed.forEach(router -> router.delete(now));
		for (Map.Entry<Router, Instance> changed : plan.changed.entrySet()) {
			reconfigure(changed.getKey(), changed.getValue(), now);
		}
		regroup(configuration.node().syncGroups(), plan, now);
		plan.added.forEach(router -> router.port().add(router));
		plan.added.forEach(router -> tellHowThingsStand(router, now));
		plan.added.forEach(router -> router.handle(start, now));
		groups.values().forEach(group -> group.settle(now));
		if (!starting && configuration.node().globals().fifoStatesOnReload()) {
			plan.all.stream().filter(router -> !plan.added.contains(router)).forEach(Router::repeatState);
		}
		ports.closeUnused(plan.all);
		placement = next;
		host.retain(placement);
		host.setStatic(configuration.node());
		return summary(plan);
	}

	/** @return nanoseconds */
	private long startupDelay(Globals globals) {
		if (!globals.startupDelay().isZero()) {
			log.info("Delaying startup for " + globals.startupDelay().toNanos() / NANOS_PER_SECOND + " seconds");
		}
		return globals.startupDelay().toNanos();
	}

	/** What has run before may have lost its interface. */
	private void requireInterfaces(Placement next, InterfacePolicy policy) throws DaemonException {
		for (Instance instance : next.instances()) {
			String base = next.base(instance.interfaceName());
			boolean mayBeMissing = policy.dynamic() || routers.any(running -> isSame(running, instance));
			if (interfaces.get(base) == null && !mayBeMissing) {
				throw new DaemonException(ExitCode.INTERFACE, "interface " + base + " of vrrp_instance " + instance.name()
						+ " does not exist; create it, name one that ip link shows, or write dynamic_interfaces if it comes later");
			}
		}
	}

	private Plan plan(List<Instance> instances) throws LinuxException {
		List<Router> removed = new ArrayList<>(routers.all());
		Plan plan = new Plan(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), removed);
		for (Instance instance : instances) {
			Router same = removed.stream().filter(router -> isSame(router.instance(), instance)).findFirst().orElse(null);
			if (same == null) {
				same = router(instance);
				plan.added.add(same);
			} else if (!same.instance().equals(instance)) {
				plan.changed.put(same, instance);
			}
			removed.remove(same);
			plan.all.add(same);
		}
		for (Map.Entry<Router, Instance> changed : plan.changed.entrySet()) {
			ports.of(Channel.of(changed.getValue()), interfaces.get(changed.getValue().interfaceName()));
		}
		return plan;
	}

	/** Whether two configurations are of one virtual router, whose state is kept then: keepalived's rule (vrrp_exist in vrrp.c), in which the name is no part. */
	private static boolean isSame(Instance one, Instance other) {
		return one.virtualRouterId() == other.virtualRouterId() && one.family() == other.family() && one.interfaceName().equals(other.interfaceName())
				&& one.isUnicast() == other.isUnicast() && (one.vmac() == null) == (other.vmac() == null)
				&& (one.isUnicast() ? Objects.equals(one.sourceAddress(), other.sourceAddress()) : one.multicastGroup().equals(other.multicastGroup()));
	}

	private Router router(Instance instance) throws LinuxException {
		Link link = interfaces.get(instance.interfaceName());
		return new Router(instance, Router.primaryAddress(instance, ownAddresses.of(instance.interfaceName())), ports.of(Channel.of(instance), link), host, notifications, log, effects);
	}

	/** First what it tracks, so that its priority changes once. */
	private void reconfigure(Router router, Instance instance, long now) throws LinuxException {
		Link link = interfaces.get(instance.interfaceName());
		router.join(null);
		things.standing(instance).forEach(event -> router.handle(event, now));
		router.reconfigure(instance, ports.of(Channel.of(instance), link), now);
		router.choosePrimaryAddress(ownAddresses.of(instance.interfaceName()), now);
	}

	private void tellHowThingsStand(Router router, long now) {
		Link link = router.port().link();
		boolean up = link != null && link.up() || !router.instance().interfaceOptions().trackPrimary();
		router.handle(new Event.Link(up), now);
		things.standing(router.instance()).forEach(event -> router.handle(event, now));
	}

	private void regroup(List<SyncGroup> syncGroups, Plan plan, long now) {
		Map<String, Group> regrouped = new HashMap<>();
		Set<Router> grouped = new HashSet<>();
		for (SyncGroup syncGroup : syncGroups) {
			List<Router> members = plan.all.stream().filter(router -> syncGroup.members().contains(router.instance().name())).toList();
			Group before = groups.get(syncGroup.name());
			boolean unchanged = before != null && before.is(syncGroup, members) && members.stream().noneMatch(plan.changed::containsKey);
			regrouped.put(syncGroup.name(), unchanged ? before : new Group(syncGroup, members, notifications, log, effects));
			grouped.addAll(members);
		}
		plan.all.stream().filter(router -> !grouped.contains(router)).forEach(router -> router.moveAlone(now));
		groups = regrouped;
	}

	private static String summary(Plan plan) {
		List<String> parts = new ArrayList<>();
		plan.added.forEach(router -> parts.add(router.instance().name() + " added"));
		plan.changed.values().forEach(instance -> parts.add(instance.name() + " changed"));
		plan.removed.forEach(router -> parts.add(router.instance().name() + " removed"));
		return String.join(", ", parts);
	}
}
