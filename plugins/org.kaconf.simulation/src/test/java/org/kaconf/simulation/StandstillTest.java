package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.Node;

/** Nodes that stand still, as virtual machines do while they are moved or their host has no time for them. */
class StandstillTest {
	private static final Duration INTERVAL = Duration.ofSeconds(2);
	private static final int ROUTER = 0;

	private final Component component = Topology.components(Clusters.cluster(null, List.of(101, 100, 99), (place, instance) -> {
	})).getFirst();
	private final Simulation simulation = new Simulation(component, (sender, receiver, now, arrivals) -> arrivals.arrives(now + Network.LATENCY));
	private final List<Node> nodes = component.nodes();

	private void settle() {
		nodes.forEach(simulation::start);
		pass(INTERVAL.multipliedBy(10));
		simulation.recorder().reset(simulation.now());
	}

	private void pass(Duration time) {
		simulation.runUntil(simulation.now() + time.toNanos());
	}

	private void releaseAfter(int node, Duration time) {
		pass(time);
		simulation.release(nodes.get(node));
	}

	/** The master comes back up to one interval after the others, in any order. */
	@ParameterizedTest
	@CsvSource({ "0, 1, 2", "1, 0, 2", "2, 1, 0", "1, 2, 0" })
	void aMasterThatStoodStillWithTheOthersStaysMaster(int first, int second, int third) {
		settle();
		nodes.forEach(simulation::holdUp);
		releaseAfter(first, Duration.ofSeconds(60));
		releaseAfter(second, Duration.ofMillis(900));
		releaseAfter(third, Duration.ofMillis(900));
		pass(INTERVAL.multipliedBy(10));

		assertThat(simulation.masters(ROUTER)).containsExactly(0);
		assertThat(simulation.recorder().newMasters(ROUTER)).isZero();
	}

	/** The interval, and as much of it as the skew time is of a second. */
	@Test
	void aMasterThatDoesNotComeBackIsReplacedByTheBestBackup() {
		settle();
		nodes.forEach(simulation::holdUp);
		releaseAfter(2, Duration.ofSeconds(60));
		simulation.release(nodes.get(1));
		long wait = INTERVAL.toNanos() + INTERVAL.toNanos() * 156 / 256;
		pass(Duration.ofNanos(wait - 1));
		assertThat(simulation.recorder().newMasters(ROUTER)).isZero();
		pass(Duration.ofNanos(1));
		assertThat(simulation.masters(ROUTER)).contains(1);
		pass(INTERVAL.multipliedBy(10));

		assertThat(simulation.masters(ROUTER)).contains(1).doesNotContain(2);
		assertThat(simulation.recorder().newMasters(ROUTER)).isOne();
	}
}
