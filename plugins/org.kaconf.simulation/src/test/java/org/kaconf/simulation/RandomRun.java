package org.kaconf.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.kaconf.model.Node;
import org.kaconf.model.Script;

/** A cluster at random and what befalls it at random; all of it follows from one number. */
final class RandomRun {
	private static final int ROUNDS = 4;
	private static final int MOST_FAULTS_A_ROUND = 3;
	/** Longest time that an advert takes while the segment is not well. */
	private static final long MOST_DELAY = Duration.ofMillis(300).toNanos();
	/** Every run of a script is over by then, and counted: three that hang for two seconds each, every four seconds, or two that succeed. */
	private static final long SCRIPT_COUNTS = Duration.ofSeconds(16).toNanos();

	private final Random random;
	private final Component component;
	private final List<Node> nodes;
	private final int[] nodeOf;
	private final Simulation simulation;
	private final long window;
	/** For each node the part of the segment on which it is. */
	private final int[] side;
	private final boolean[] cut;
	private final boolean[] scriptFails;
	private final long[] arrived;
	private boolean scriptChanged;
	private double loss;
	private double trouble;

	RandomRun(long seed) {
		random = new Random(seed);
		component = Topology.components(new RandomCluster(random).cluster()).getFirst();
		nodes = component.nodes();
		nodeOf = component.participants().stream().mapToInt(p -> nodes.indexOf(p.node())).toArray();
		side = new int[nodes.size()];
		cut = new boolean[nodes.size()];
		scriptFails = new boolean[nodes.size()];
		arrived = new long[nodeOf.length];
		simulation = new Simulation(component, this::carry);
		window = new Bounds(component).window();
	}

	/** Loss, delay, reordering and duplication, while there is trouble; between the parts of the segment nothing passes. */
	private void carry(int sender, int receiver, long now, Network.Arrivals arrivals) {
		if (side[nodeOf[sender]] != side[nodeOf[receiver]] || loss > 0 && random.nextDouble() < loss) {
			return;
		}
		do {
			arrived[receiver]++;
			arrivals.arrives(now + Network.LATENCY + (trouble > 0 && random.nextDouble() < trouble ? random.nextLong(MOST_DELAY) : 0));
		} while (trouble > 0 && random.nextDouble() < trouble / 2);
	}

	/** @return what is wrong, with what happened before; {@code null} for nothing */
	String run() {
		nodes.forEach(simulation::start);
		for (int round = 0; round < ROUNDS; round++) {
			simulation.recorder().reset(simulation.now());
			long begin = simulation.now();
			long[] sent = sent();
			forgetArrived();
			disturb();
			simulation.runUntil(simulation.now() + window + (scriptChanged ? SCRIPT_COUNTS : 0));
			String wrong = firstNonNull(wrongMasters(), tooManyAdverts(sent, simulation.now() - begin));
			wrong = wrong != null ? wrong : restlessness();
			if (wrong != null) {
				return "round " + round + ": " + wrong;
			}
		}
		return null;
	}

	/** What has come to a node that is held up is read, and may be answered, after this round's beginning. */
	private void forgetArrived() {
		for (int i = 0; i < arrived.length; i++) {
			if (!simulation.isHeldUp(nodes.get(nodeOf[i]))) {
				arrived[i] = 0;
			}
		}
	}

	private static String firstNonNull(String one, String other) {
		return one != null ? one : other;
	}

	private void disturb() {
		scriptChanged = false;
		loss = random.nextInt(3) == 0 ? random.nextDouble() / 2 : 0;
		trouble = random.nextInt(3) == 0 ? random.nextDouble() / 2 : 0;
		for (int i = random.nextInt(MOST_FAULTS_A_ROUND); i >= 0; i--) {
			disturb(random.nextInt(nodes.size()));
			simulation.runUntil(simulation.now() + (long) (random.nextDouble() * window / 2));
		}
		loss = 0;
		trouble = 0;
	}

	private void disturb(int number) {
		Node node = nodes.get(number);
		switch (random.nextInt(7)) {
			case 0 -> toggleNode(node, true);
			case 1 -> toggleNode(node, false);
			case 2 -> toggleLink(number);
			case 3 -> Arrays.setAll(side, i -> random.nextInt(2));
			case 4 -> toggleScript(number);
			case 5 -> toggleHeldUp(node);
			default -> Arrays.fill(side, 0);
		}
	}

	private void toggleNode(Node node, boolean crash) {
		if (!simulation.isRunning(node)) {
			simulation.start(node);
		} else if (crash) {
			simulation.crash(node);
		} else {
			simulation.stop(node);
		}
	}

	private void toggleLink(int number) {
		cut[number] = !cut[number];
		simulation.setInterface(nodes.get(number), "eth0", !cut[number]);
	}

	private void toggleScript(int number) {
		for (Script script : component.trackedScripts(nodes.get(number))) {
			scriptFails[number] = !scriptFails[number];
			scriptChanged = true;
			simulation.setScript(nodes.get(number), script.name(), !scriptFails[number], random.nextBoolean());
		}
	}

	/** As by SIGSTOP and SIGCONT, or a machine that has no time for the daemon: its clock goes on and its timers do not. */
	private void toggleHeldUp(Node node) {
		if (simulation.isHeldUp(node)) {
			simulation.release(node);
			// What its scripts have come to mean meanwhile, it counts from now on.
			scriptChanged = true;
		} else if (simulation.isRunning(node)) {
			simulation.holdUp(node);
		}
	}

	// What must hold

	/** Whether a node has to take part: its script only keeps it out with weight 0. */
	private boolean isAble(int number) {
		Node node = nodes.get(number);
		return simulation.isRunning(node) && !simulation.isHeldUp(node) && !cut[number] && !(scriptFails[number] && isFatal(node));
	}

	private boolean isFatal(Node node) {
		return component.participants().stream().filter(p -> p.node() == node).anyMatch(p -> p.instance().trackedScripts().stream().anyMatch(t -> t.weight() == 0));
	}

	/** One master for each part of the segment that has a node that is able, and none for the others. */
	private String wrongMasters() {
		Set<Integer> numbers = new HashSet<>();
		Arrays.stream(side).forEach(numbers::add);
		for (int router = 0; router < component.routers().size(); router++) {
			for (int number : numbers) {
				List<String> masters = new ArrayList<>();
				for (int participant : simulation.masters(router)) {
					Node node = nodes.get(nodeOf[participant]);
					if (side[nodeOf[participant]] == number && !simulation.isHeldUp(node)) {
						masters.add(node.name());
					}
				}
				if (masters.size() != (isAnyAble(number) ? 1 : 0)) {
					return "masters on part " + number + " of the segment: " + masters + ", " + simulation.recorder().timeline(router);
				}
			}
		}
		return null;
	}

	private boolean isAnyAble(int number) {
		for (int i = 0; i < side.length; i++) {
			if (side[i] == number && isAble(i)) {
				return true;
			}
		}
		return false;
	}

	/** Nobody sends more than one advert an interval, one for each that arrives, and two for each change of the master. */
	private String tooManyAdverts(long[] before, long time) {
		for (int i = 0; i < before.length; i++) {
			int router = component.routerOf(i);
			long due = time / component.participants().get(i).advertInterval() + 1;
			long most = due + arrived[i] + 2L * (simulation.recorder().newMasters(router) + 1);
			if (simulation.adverts(i) - before[i] > most) {
				return component.participants().get(i).node().name() + " sent " + (simulation.adverts(i) - before[i]) + " adverts, more than " + most + ", "
						+ simulation.recorder().timeline(router);
			}
		}
		return null;
	}

	/** Once all is well, nothing changes any more, and only masters speak. */
	private String restlessness() {
		simulation.recorder().reset(simulation.now());
		long[] before = sent();
		long intervals = 3;
		simulation.runUntil(simulation.now() + intervals * component.participants().getFirst().advertInterval());
		for (int router = 0; router < component.routers().size(); router++) {
			List<Integer> masters = simulation.masters(router);
			for (int participant : component.routers().get(router)) {
				long sent = simulation.adverts(participant) - before[participant];
				if (sent > (masters.contains(participant) ? intervals + 1 : 0)) {
					return component.participants().get(participant).node().name() + " sends " + sent + " adverts in " + intervals + " quiet intervals";
				}
			}
			if (simulation.recorder().newMasters(router) > 0) {
				return "the master changes again: " + simulation.recorder().timeline(router);
			}
		}
		return null;
	}

	private long[] sent() {
		long[] sent = new long[nodeOf.length];
		Arrays.setAll(sent, simulation::adverts);
		return sent;
	}
}
