package org.kaconf.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.vrrp.machine.Effect;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.RouterGroup;
import org.kaconf.vrrp.machine.ScriptResult;
import org.kaconf.vrrp.machine.ScriptState.Change;
import org.kaconf.vrrp.machine.ScriptState.ScriptStep;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Step;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.machine.Tracked;
import org.kaconf.vrrp.machine.Tracker;
import org.kaconf.vrrp.machine.VirtualRouter;

/**
 * A part of a cluster in virtual time, in nanoseconds from 0. It holds the states of all routers, the adverts in flight and the scripts, and does what is
 * due in the order of time; what is due at the same time happens in a fixed order. A copy runs on independently, so that many futures of one moment can be
 * tried.
 */
final class Simulation {
	private record GroupKey(String node, String group) {
	}

	/** A number of a tracked file that counts for as much as any. */
	private static final int WORST = 254;

	private final Component component;
	private final Network network;
	private final VirtualRouter[] routers;
	private final Map<GroupKey, RouterGroup> groups = new LinkedHashMap<>();
	private final Set<String> running = new HashSet<>();
	private final List<SimulatedScript> scripts = new ArrayList<>();
	private final Recorder recorder;
	private final QuietTime quietTime = new QuietTime();
	private long now;

	Simulation(Component component, Network.Segment segment) {
		this.component = component;
		network = new Network(component, segment);
		recorder = new Recorder(component);
		routers = IntStream.range(0, component.participants().size()).mapToObj(component::unstarted).toArray(VirtualRouter[]::new);
		for (Node node : component.nodes()) {
			for (Script script : component.trackedScripts(node)) {
				// A script tracked with reverse is expected to fail while all is well.
				boolean reversed = component.isReversed(node, script);
				scripts.add(new SimulatedScript(node, script, reversed ? SimulatedScript.Condition.FAILS : SimulatedScript.Condition.SUCCEEDS));
			}
		}
	}

	private Simulation(Simulation other) {
		component = other.component;
		network = new Network(other.network);
		routers = other.routers.clone();
		groups.putAll(other.groups);
		running.addAll(other.running);
		other.scripts.forEach(script -> scripts.add(new SimulatedScript(script)));
		recorder = new Recorder(other.recorder);
		now = other.now;
	}

	Simulation copy() {
		return new Simulation(this);
	}

	// What can be done to it

	long now() {
		return now;
	}

	Recorder recorder() {
		return recorder;
	}

	VirtualRouter router(int participant) {
		return routers[participant];
	}

	boolean isRunning(Node node) {
		return running.contains(node.name());
	}

	/** Starts the daemon of a node, with all links up as they are. */
	void start(Node node) {
		running.add(node.name());
		quietTime.disturbed();
		for (int i = 0; i < routers.length; i++) {
			Participant participant = component.participants().get(i);
			if (participant.node() == node) {
				routers[i] = component.unstarted(i);
			}
		}
		formGroups(node);
		for (SimulatedScript script : scripts) {
			if (script.node == node) {
				script.start(now);
				if (script.script.initFail()) {
					track(node, Tracker.script(script.script.name()), false);
				}
			}
		}
		component.trackers(node).forEach(tracker -> setTracked(node, tracker, true));
		network.downInterfaces(node).forEach(name -> tellInterface(node, name, false));
		each(node, new Event.Start());
	}

	private void formGroups(Node node) {
		groups.keySet().removeIf(key -> key.node().equals(node.name()));
		Map<String, List<VirtualRouter>> members = new LinkedHashMap<>();
		for (int i = 0; i < routers.length; i++) {
			String group = routers[i].instance().syncGroup();
			if (component.participants().get(i).node() == node && group != null) {
				members.computeIfAbsent(group, g -> new ArrayList<>()).add(routers[i]);
			}
		}
		members.forEach((group, list) -> groups.put(new GroupKey(node.name(), group), RouterGroup.of(syncGroup(node, group), list)));
	}

	private static SyncGroup syncGroup(Node node, String name) {
		return node.syncGroups().stream().filter(group -> group.name().equals(name)).findFirst().orElseThrow();
	}

	/** The node vanishes without a word. */
	void crash(Node node) {
		running.remove(node.name());
		quietTime.disturbed();
		scripts.stream().filter(s -> s.node == node).forEach(SimulatedScript::stop);
		for (int i = 0; i < routers.length; i++) {
			if (component.participants().get(i).node() == node) {
				VirtualRouter before = routers[i];
				routers[i] = component.unstarted(i);
				recorder.changed(now, i, before, routers[i]);
			}
		}
		groups.keySet().removeIf(key -> key.node().equals(node.name()));
	}

	/** The daemon of the node stops in good order. */
	void stop(Node node) {
		each(node, new Event.Stop());
		crash(node);
	}

	/** An interface of a node goes up or down. */
	void setInterface(Node node, String name, boolean up) {
		quietTime.disturbed();
		network.setInterface(node, name, up);
		if (isRunning(node)) {
			tellInterface(node, name, up);
		}
	}

	private void tellInterface(Node node, String name, boolean up) {
		for (int i = 0; i < routers.length; i++) {
			Participant participant = component.participants().get(i);
			if (participant.node() == node && name.equals(participant.instance().interfaceName())) {
				apply(i, new Event.Link(up), -1);
			}
		}
		track(node, Tracker.networkInterface(name), up);
	}

	/**
	 * Something tracked that is neither a script nor an interface is well, or as bad as can be. What is tracked with reverse only is bad while all is well;
	 * of a file's numbers the one is worst that lowers the priority most.
	 */
	void setTracked(Node node, Tracker tracker, boolean well) {
		boolean reversed = component.isReversed(node, tracker);
		if (tracker.kind() != Tracker.Kind.FILE) {
			track(node, tracker, well != reversed);
			return;
		}
		for (int i = 0; i < routers.length; i++) {
			Participant participant = component.participants().get(i);
			if (participant.node() == node && participant.tracks(tracker)) {
				apply(i, new Event.FileValue(tracker.name(), well ? usualNumber(participant, tracker) : worstNumber(participant, tracker)), -1);
			}
		}
	}

	private static int usualNumber(Participant participant, Tracker tracker) {
		Tracked tracked = participant.tracked(tracker);
		return tracked.weight() == 0 && tracked.reverse() ? WORST : 0;
	}

	private static int worstNumber(Participant participant, Tracker tracker) {
		Tracked tracked = participant.tracked(tracker);
		if (tracked.weight() == 0) {
			return tracked.reverse() ? 0 : WORST;
		}
		return tracked.weight() > 0 == tracked.reverse() ? WORST : -WORST;
	}

	/** How all runs of a script go that begin from now on. */
	void setScript(Node node, String name, boolean well, boolean hanging) {
		SimulatedScript script = script(node, name);
		boolean succeeds = well != component.isReversed(node, script.script);
		script.condition = succeeds ? SimulatedScript.Condition.SUCCEEDS
				: hanging ? SimulatedScript.Condition.HANGS : SimulatedScript.Condition.FAILS;
	}

	/** Moves the runs of a script: the next one begins now, and one that hangs is forgotten. */
	void runScriptNow(Node node, String name) {
		script(node, name).killedAt = Timing.NEVER;
		script(node, name).nextRun = now;
		runUntil(now);
	}

	private SimulatedScript script(Node node, String name) {
		return scripts.stream().filter(s -> s.node == node && s.script.name().equals(name)).findFirst().orElseThrow();
	}

	// The loop

	/** Does everything that is due until then, that moment included. */
	void runUntil(long end) {
		while (nextEvent() <= end) {
			now = Math.max(now, nextEvent());
			deliver();
			runScripts();
			fireTimers();
			skipQuietTime(end);
		}
		now = end;
	}

	/** On a perfect segment, what repeats itself need not be run through. */
	private void skipQuietTime(long end) {
		if (!network.isQuiet()) {
			return;
		}
		long limit = end;
		for (SimulatedScript script : scripts) {
			limit = Math.min(limit, script.nextEvent());
		}
		long skipped = quietTime.skippable(now, limit, routers);
		if (skipped > 0) {
			now += skipped;
			for (int i = 0; i < routers.length; i++) {
				routers[i] = routers[i].shifted(skipped);
			}
			groups.replaceAll((key, group) -> group.shifted(skipped));
			quietTime.disturbed();
		}
	}

	private long nextEvent() {
		long next = network.nextArrival();
		for (VirtualRouter router : routers) {
			next = Math.min(next, router.nextDeadline());
		}
		for (SimulatedScript script : scripts) {
			next = Math.min(next, script.nextEvent());
		}
		return next;
	}

	private void deliver() {
		for (Network.Delivery delivery = network.receive(now); delivery != null; delivery = network.receive(now)) {
			IpAddress source = component.participants().get(delivery.sender()).address();
			apply(delivery.receiver(), new Event.AdvertReceived(delivery.advert(), source, delivery.destination(), -1), delivery.sender());
		}
	}

	private void runScripts() {
		for (SimulatedScript script : scripts) {
			if (script.nextEvent() > now) {
				continue;
			}
			ScriptResult result = script.advance(now);
			if (result == null) {
				continue;
			}
			ScriptStep step = script.state.step(result);
			script.state = step.state();
			if (step.change() != Change.NONE) {
				boolean good = step.change() == Change.BECAME_GOOD;
				recorder.note(now, script.node.name(), "counts " + script.script.name() + " as " + (good ? "good" : "failed"));
				track(script.node, Tracker.script(script.script.name()), good);
			}
		}
	}

	private void fireTimers() {
		for (int i = 0; i < routers.length; i++) {
			if (routers[i].nextDeadline() <= now) {
				apply(i, new Event.Timer(), -1);
			}
		}
	}

	private void each(Node node, Event event) {
		for (int i = 0; i < routers.length; i++) {
			if (component.participants().get(i).node() == node) {
				apply(i, event, -1);
			}
		}
	}

	private void track(Node node, Tracker tracker, boolean good) {
		for (int i = 0; i < routers.length; i++) {
			Participant participant = component.participants().get(i);
			if (participant.node() == node && participant.tracks(tracker)) {
				apply(i, new Event.Track(tracker, good), -1);
			}
		}
	}

	// One step of one router

	/** @param sender who sent the advert that the event brings; -1 when it brings none */
	private void apply(int participant, Event event, int sender) {
		if (!(event instanceof Event.Timer || event instanceof Event.AdvertReceived)) {
			quietTime.disturbed();
		}
		Participant who = component.participants().get(participant);
		GroupKey key = new GroupKey(who.node().name(), who.instance().syncGroup());
		RouterGroup group = who.instance().syncGroup() == null ? null : groups.get(key);
		if (group == null) {
			Step step = VirtualRouter.step(routers[participant], event, now);
			take(participant, step.state());
			step.effects().forEach(effect -> carryOut(participant, effect));
			noteRejection(participant, sender, step.effects());
			return;
		}
		RouterGroup.GroupStep step = group.step(who.instance().name(), event, now);
		groups.put(key, step.group());
		step.group().members().forEach((name, router) -> take(place(who.node(), name), router));
		step.effects().stream().filter(e -> e.instance() != null).forEach(e -> carryOut(place(who.node(), e.instance()), e.effect()));
		noteRejection(participant, sender, step.effects().stream().map(RouterGroup.MemberEffect::effect).toList());
	}

	private int place(Node node, String instance) {
		for (int i = 0; i < routers.length; i++) {
			Participant participant = component.participants().get(i);
			if (participant.node() == node && participant.instance().name().equals(instance)) {
				return i;
			}
		}
		throw new IllegalStateException("no instance " + instance + " on " + node.name());
	}

	private void take(int participant, VirtualRouter after) {
		VirtualRouter before = routers[participant];
		routers[participant] = after;
		if (before.state() != after.state() || before.effectivePriority() != after.effectivePriority()) {
			recorder.changed(now, participant, before, after);
			quietTime.disturbed();
		}
	}

	/** The other effects change nothing that a simulation looks at. */
	private void carryOut(int participant, Effect effect) {
		if (effect instanceof SendAdvert send) {
			network.send(participant, send.advertisement(), now);
		}
	}

	private void noteRejection(int receiver, int sender, List<Effect> effects) {
		for (Effect effect : effects) {
			if (effect instanceof Drop drop) {
				recorder.rejected(new Rejected(receiver, sender, drop.reason(), drop.text()));
			}
		}
	}

	/** The participants of a virtual router that are master now. */
	List<Integer> masters(int router) {
		return component.routers().get(router).stream().filter(p -> routers[p].state() == State.MASTER).toList();
	}

	/** The adverts that were dropped since the recorder was reset, each kind once, in the order of their first time. */
	Set<Rejected> rejections() {
		return new LinkedHashSet<>(recorder.rejections());
	}
}
