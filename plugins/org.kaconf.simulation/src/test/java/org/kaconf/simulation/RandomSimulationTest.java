package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Cluster;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

/**
 * Clusters of two to five nodes, with one virtual router or with two in a sync group, through crashes, stops, links that go down, partitions and loss, at
 * random. Whenever things have been quiet for as long as
 * the bound says, there is exactly one master among the nodes that can hear each other, if one of them can be. The seed is printed, and
 * {@code -Dkaconf.seed=N} runs that one again.
 */
class RandomSimulationTest {
	private static final int SCENARIOS = 2000;
	private static final int DISTURBANCES = 6;

	@Test
	void exactlyOneMasterInEveryPartitionAfterTheBound() {
		Long given = Long.getLong("kaconf.seed");
		long first = given != null ? given : new Random().nextLong();
		System.out.println("random simulation: first seed " + first);
		for (int i = 0; i < (given != null ? 1 : SCENARIOS); i++) {
			new Run(first + i).run();
		}
	}

	/** One cluster and what befalls it. */
	private static final class Run {
		private final long seed;
		private final Random random;
		private final Component component;
		private final Simulation simulation;
		private final Bounds bounds;
		private final int[] side;
		private final Set<String> cut = new HashSet<>();
		private double loss;

		Run(long seed) {
			this.seed = seed;
			random = new Random(seed);
			component = Topology.components(cluster()).getFirst();
			side = new int[component.nodes().size()];
			simulation = new Simulation(component, (sender, receiver, now) -> sideOf(sender) == sideOf(receiver) && random.nextDouble() >= loss);
			bounds = new Bounds(component);
		}

		private int sideOf(int participant) {
			return side[component.nodes().indexOf(component.participants().get(participant).node())];
		}

		private Cluster cluster() {
			int size = 2 + random.nextInt(4);
			List<Integer> priorities = new ArrayList<>();
			for (int i = 0; i < size; i++) {
				priorities.add(random.nextInt(8) == 0 ? 100 : 1 + random.nextInt(254));
			}
			VrrpVersion version = random.nextBoolean() ? VrrpVersion.V2 : VrrpVersion.V3;
			long millis = version == VrrpVersion.V2 ? 1000L * (1 + random.nextInt(3)) : 50L * (1 + random.nextInt(40));
			boolean grouped = random.nextInt(3) == 0;
			Script script = random.nextBoolean() ? Clusters.script(grouped ? 0 : random.nextInt(121) - 60) : null;
			Cluster cluster = Clusters.cluster(script, priorities, (place, instance) -> {
				instance.syncGroup(grouped ? "G1" : null).version(version).advertInterval(Duration.ofMillis(millis)).preempt(random.nextInt(4) != 0)
						.preemptDelay(random.nextInt(6) == 0 ? Duration.ofSeconds(random.nextInt(5)) : Duration.ZERO);
				if (version == VrrpVersion.V3) {
					instance.authentication(Authentication.NONE);
				}
			});
			return grouped ? Clusters.cluster(cluster.nodes().stream().map(Run::withSecondRouter).toList()) : cluster;
		}

		/** The inner side of the node, on another interface. */
		private static Node withSecondRouter(Node node) {
			Instance outer = node.instances().getFirst();
			IpAddress address = outer.sourceAddress();
			Instance inner = Instance.builder("VI_2").interfaceName("eth1").virtualRouterId(52).priority(outer.priority()).version(outer.version())
					.advertInterval(outer.advertInterval()).preempt(outer.preempt()).preemptDelay(outer.preemptDelay()).syncGroup(outer.syncGroup())
					.initialState(outer.initialState()).sourceAddress(new IpAddress(address.family(), 0, address.low() + 256)).virtualAddresses(List.of(VirtualAddress.of("172.29.89.222/24")))
					.build();
			return Clusters.node(node.name(), node.scripts(), List.of(outer, inner));
		}

		void run() {
			component.nodes().forEach(simulation::start);
			for (int i = 0; i < DISTURBANCES; i++) {
				loss = random.nextInt(3) == 0 ? random.nextDouble() / 2 : 0;
				for (int j = random.nextInt(3); j >= 0; j--) {
					disturb();
					simulation.runUntil(simulation.now() + (long) (random.nextDouble() * bounds.window() / 2));
				}
				loss = 0;
				simulation.runUntil(simulation.now() + bounds.window());
				for (int number : sides()) {
					for (int router = 0; router < component.routers().size(); router++) {
						checkSide(number, router);
					}
				}
			}
		}

		private void disturb() {
			Node node = component.nodes().get(random.nextInt(component.nodes().size()));
			switch (random.nextInt(5)) {
				case 0 -> toggleNode(node, true);
				case 1 -> toggleNode(node, false);
				case 2 -> toggleLink(node);
				case 3 -> {
					for (int i = 0; i < side.length; i++) {
						side[i] = random.nextInt(2);
					}
				}
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

		private void toggleLink(Node node) {
			boolean up = cut.remove(node.name());
			if (!up) {
				cut.add(node.name());
			}
			simulation.setInterface(node, "eth0", up);
		}

		private Set<Integer> sides() {
			return Arrays.stream(side).boxed().collect(Collectors.toSet());
		}

		private void checkSide(int number, int router) {
			List<Node> nodes = component.nodes().stream().filter(n -> side[component.nodes().indexOf(n)] == number).toList();
			boolean able = nodes.stream().anyMatch(n -> simulation.isRunning(n) && !cut.contains(n.name()));
			List<String> masters = simulation.masters(router).stream().map(p -> component.participants().get(p).node()).filter(nodes::contains)
					.map(Node::name).toList();
			assertThat(masters).as("masters on side %d, seed %d: %s", number, seed, simulation.recorder().timeline(router)).hasSize(able ? 1 : 0);
		}
	}
}
