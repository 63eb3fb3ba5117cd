package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.kaconf.model.Authentication;
import org.kaconf.model.Node;
import org.kaconf.model.VrrpVersion;

/** Leaving out what repeats itself changes nothing. */
class QuietTimeTest {
	@Property(tries = 50)
	void aSimulationThatSkipsEndsWhereOneThatDoesNotEnds(@ForAll long seed) {
		Component component = Topology.components(Clusters.cluster(Clusters.script(-5), List.of(101, 100, 90), (place, i) -> i.version(VrrpVersion.V3)
				.authentication(Authentication.NONE).advertInterval(Duration.ofMillis(200)))).getFirst();
		Simulation skipping = new Simulation(component, Network.Segment.PERFECT);
		Simulation complete = new Simulation(component, (sender, receiver, now, arrivals) -> arrivals.arrives(now + Network.LATENCY));
		disturb(skipping, component, new Random(seed));
		disturb(complete, component, new Random(seed));
		assertThat(skipping.recorder().timeline(0)).isEqualTo(complete.recorder().timeline(0));
		for (int i = 0; i < component.participants().size(); i++) {
			assertThat(skipping.router(i)).isEqualTo(complete.router(i));
		}
	}

	private static void disturb(Simulation simulation, Component component, Random random) {
		component.nodes().forEach(simulation::start);
		for (int i = 0; i < 6; i++) {
			simulation.runUntil(simulation.now() + random.nextLong(Duration.ofSeconds(40).toNanos()));
			Node node = component.nodes().get(random.nextInt(component.nodes().size()));
			switch (random.nextInt(4)) {
				case 0 -> simulation.setScript(node, "chk_nginx", random.nextBoolean(), random.nextBoolean());
				case 1 -> simulation.setInterface(node, "eth0", random.nextBoolean());
				case 2 -> simulation.crash(node);
				default -> simulation.start(node);
			}
		}
		simulation.runUntil(simulation.now() + Duration.ofSeconds(60).toNanos());
	}
}
