package org.kaconf.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Effect;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.GroupMachine;
import org.kaconf.vrrp.machine.RouterMachine;
import org.kaconf.vrrp.machine.ScriptResult;
import org.kaconf.vrrp.machine.ScriptState.Change;
import org.kaconf.vrrp.machine.ScriptState.ScriptStep;
import org.kaconf.vrrp.machine.State;
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
	/** A sync group of one node. @param places of its members among the participants */
	private record Group(GroupMachine machine, int[] places, GroupMachine.Receiver receiver) {
	}

	/** A number of a tracked file that counts for as much as any. */
	private static final int WORST = 254;

	private final Component component;
	private final Network network;
	private final RouterMachine[] routers;
	/** For each participant its sync group; {@code null} for none. */
	private final Group[] groups;
	/** The state and priority that were recorded last. */
	private final State[] states;
	private final int[] priorities;
	/** Made once for each participant: what takes its effects. */
	private final List<Consumer<Effect>> receivers;
	private final Set<String> running = new HashSet<>();
	/** Nodes that are held up, and what has arrived for them meanwhile. */
	private final Map<String, List<Network.Delivery>> heldUp = new LinkedHashMap<>();
	private final List<SimulatedScript> scripts = new ArrayList<>();
	private final Recorder recorder;
	private final QuietTime quietTime = new QuietTime();
	/** Who sent the advert that was received last. */
	private int sender;
	private long now;

	Simulation(Component component, Network.Segment segment) {
		this(component, new Network(component, segment), new Recorder(component));
		for (int i = 0; i < routers.length; i++) {
			unstart(i);
		}
		for (Node node : component.nodes()) {
			for (Script script : component.trackedScripts(node)) {
				// A script tracked with reverse is expected to fail while all is well.
				boolean reversed = component.isReversed(node, script);
				scripts.add(new SimulatedScript(node, script, reversed ? SimulatedScript.Condition.FAILS : SimulatedScript.Condition.SUCCEEDS));
			}
		}
	}

	private Simulation(Simulation other) {
		this(other.component, new Network(other.network), new Recorder(other.recorder));
		for (int i = 0; i < routers.length; i++) {
			routers[i] = new RouterMachine(other.routers[i].snapshot());
			states[i] = other.states[i];
			priorities[i] = other.priorities[i];
		}
		copyGroups(other.groups);
		running.addAll(other.running);
		other.heldUp.forEach((node, deliveries) -> heldUp.put(node, new ArrayList<>(deliveries)));
		other.scripts.forEach(script -> scripts.add(new SimulatedScript(script)));
		now = other.now;
	}

	private Simulation(Component component, Network network, Recorder recorder) {
		this.component = component;
		this.network = network;
		this.recorder = recorder;
		int size = component.participants().size();
		routers = new RouterMachine[size];
		groups = new Group[size];
		states = new State[size];
		priorities = new int[size];
		receivers = IntStream.range(0, size).<Consumer<Effect>>mapToObj(i -> effect -> carryOut(i, effect)).toList();
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
		return routers[participant].snapshot();
	}

	/** How many adverts a participant has sent. */
	long adverts(int participant) {
		return network.adverts(participant);
	}

	boolean isRunning(Node node) {
		return running.contains(node.name());
	}

	/** Starts the daemon of a node, with all links up as they are. */
	void start(Node node) {
		running.add(node.name());
		quietTime.disturbed();
		forgetState(node);
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

	private void forgetState(Node node) {
		heldUp.remove(node.name());
		for (int i = 0; i < routers.length; i++) {
			if (component.participants().get(i).node() == node) {
				unstart(i);
			}
		}
	}

	private void unstart(int participant) {
		routers[participant] = new RouterMachine(component.unstarted(participant));
		groups[participant] = null;
		states[participant] = routers[participant].state();
		priorities[participant] = routers[participant].effectivePriority();
	}

	private void formGroups(Node node) {
		Set<String> names = new LinkedHashSet<>();
		for (Participant participant : component.participants()) {
			if (participant.node() == node && participant.instance().syncGroup() != null) {
				names.add(participant.instance().syncGroup());
			}
		}
		for (String name : names) {
			int[] places = IntStream.range(0, routers.length).filter(i -> component.participants().get(i).node() == node)
					.filter(i -> component.participants().get(i).isMemberOf(name)).toArray();
			join(places, new GroupMachine(syncGroup(node, name), routers(places)));
		}
	}

	private List<RouterMachine> routers(int[] places) {
		return Arrays.stream(places).mapToObj(i -> routers[i]).toList();
	}

	private void join(int[] places, GroupMachine machine) {
		Group group = new Group(machine, places, (member, effect) -> {
			if (member != GroupMachine.GROUP) {
				carryOut(places[member], effect);
			}
		});
		for (int place : places) {
			groups[place] = group;
		}
	}

	/** Makes groups like these of the routers that are here now. */
	private void copyGroups(Group[] before) {
		for (int i = 0; i < before.length; i++) {
			if (before[i] != null && before[i].places[0] == i) {
				join(before[i].places, before[i].machine.of(routers(before[i].places)));
			}
		}
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
				routers[i] = new RouterMachine(component.unstarted(i));
				record(i);
			}
		}
		forgetState(node);
	}

	/** The daemon of the node gets no time: it neither reads nor acts, and goes on where it was when it is released. */
	void holdUp(Node node) {
		quietTime.disturbed();
		heldUp.putIfAbsent(node.name(), new ArrayList<>());
	}

	/** Lets a node go on that was held up. As the daemon's loop does, it first takes what has arrived and then looks at its deadlines. */
	void release(Node node) {
		List<Network.Delivery> arrived = heldUp.remove(node.name());
		if (arrived != null) {
			quietTime.disturbed();
			long late = now - nextDeadline(node);
			arrived.forEach(this::receive);
			if (late > 0) {
				each(node, new Event.HeldUp(late));
			}
		}
	}

	private long nextDeadline(Node node) {
		long next = Timing.NEVER;
		for (int i = 0; i < routers.length; i++) {
			next = component.participants().get(i).node() == node ? Math.min(next, routers[i].nextDeadline()) : next;
		}
		return next;
	}

	boolean isHeldUp(Node node) {
		return heldUp.containsKey(node.name());
	}

	private boolean isHeldUp(int participant) {
		return !heldUp.isEmpty() && isHeldUp(component.participants().get(participant).node());
	}

	/** The daemon of the node stops in good order. */
	void stop(Node node) {
		release(node);
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
				apply(i, new Event.Link(up));
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
				apply(i, new Event.FileValue(tracker.name(), well ? usualNumber(participant, tracker) : worstNumber(participant, tracker)));
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
		for (long next = nextEvent(); next <= end; next = nextEvent()) {
			now = Math.max(now, next);
			deliver();
			runScripts();
			fireTimers();
			skipQuietTime(end);
		}
		now = end;
	}

	/** On a perfect segment, what repeats itself need not be run through. */
	private void skipQuietTime(long end) {
		if (!network.isQuiet() || !heldUp.isEmpty()) {
			return;
		}
		long limit = end;
		for (SimulatedScript script : scripts) {
			limit = Math.min(limit, script.nextEvent());
		}
		VirtualRouter[] snapshots = Arrays.stream(routers).map(RouterMachine::snapshot).toArray(VirtualRouter[]::new);
		long skipped = quietTime.skippable(now, limit, snapshots);
		if (skipped > 0) {
			now += skipped;
			for (int i = 0; i < routers.length; i++) {
				routers[i] = new RouterMachine(snapshots[i].shifted(skipped));
			}
			copyGroups(groups.clone());
			quietTime.disturbed();
		}
	}

	private long nextEvent() {
		long next = network.nextArrival();
		for (int i = 0; i < routers.length; i++) {
			next = isHeldUp(i) ? next : Math.min(next, routers[i].nextDeadline());
		}
		for (SimulatedScript script : scripts) {
			next = isHeldUp(script.node) ? next : Math.min(next, script.nextEvent());
		}
		return next;
	}

	private void deliver() {
		for (Network.Delivery delivery = network.receive(now); delivery != null; delivery = network.receive(now)) {
			if (isHeldUp(delivery.receiver())) {
				heldUp.get(component.participants().get(delivery.receiver()).node().name()).add(delivery);
			} else {
				receive(delivery);
			}
		}
	}

	private void receive(Network.Delivery delivery) {
		IpAddress source = component.participants().get(delivery.sender()).address();
		sender = delivery.sender();
		apply(delivery.receiver(), new Event.AdvertReceived(delivery.advert(), source, delivery.destination(), -1));
	}

	private void runScripts() {
		for (SimulatedScript script : scripts) {
			if (script.nextEvent() > now || isHeldUp(script.node)) {
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
			if (routers[i].nextDeadline() <= now && !isHeldUp(i)) {
				apply(i, Event.TIMER);
			}
		}
	}

	private void each(Node node, Event event) {
		for (int i = 0; i < routers.length; i++) {
			if (component.participants().get(i).node() == node) {
				apply(i, event);
			}
		}
	}

	private void track(Node node, Tracker tracker, boolean good) {
		for (int i = 0; i < routers.length; i++) {
			Participant participant = component.participants().get(i);
			if (participant.node() == node && participant.tracks(tracker)) {
				apply(i, new Event.Track(tracker, good));
			}
		}
	}

	// One step of one router

	private void apply(int participant, Event event) {
		if (!(event instanceof Event.Timer || event instanceof Event.AdvertReceived)) {
			quietTime.disturbed();
		}
		Group group = groups[participant];
		if (group == null) {
			routers[participant].handle(event, now, receivers.get(participant));
			record(participant);
			return;
		}
		group.machine.handle(routers[participant], event, now, group.receiver);
		for (int place : group.places) {
			record(place);
		}
	}

	private void record(int participant) {
		State state = routers[participant].state();
		int priority = routers[participant].effectivePriority();
		if (priority != priorities[participant]) {
			recorder.changedPriority(now, participant, priorities[participant], priority);
			priorities[participant] = priority;
			quietTime.disturbed();
		}
		if (state != states[participant]) {
			recorder.changedState(now, participant, states[participant], state);
			states[participant] = state;
			quietTime.disturbed();
		}
	}

	/** The other effects change nothing that a simulation looks at. */
	private void carryOut(int participant, Effect effect) {
		if (effect instanceof SendAdvert send) {
			network.send(participant, send.advertisement(), now);
		} else if (effect instanceof Drop drop) {
			recorder.rejected(new Rejected(participant, sender, drop.reason(), drop.text()));
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
