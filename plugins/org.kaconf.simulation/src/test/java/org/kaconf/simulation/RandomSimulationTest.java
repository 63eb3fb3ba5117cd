package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Clusters of two to seven nodes, with one virtual router or with two in a sync group, through crashes, stops, links that go down, partitions, loss, delay,
 * reordering, duplication, scripts that fail and nodes that are held up, at random. Whenever things have been quiet for as long as the bound says, there is
 * exactly one master among the nodes that can hear each other, if one of them is able to be, and nobody has sent more than he had to. The seed is printed, and
 * {@code -Dkaconf.seed=N} runs that one again; {@code -Dkaconf.scenarios=N} says how many.
 */
class RandomSimulationTest {
	private static final long SCENARIOS = Long.getLong("kaconf.scenarios", 2000);

	@Test
	void exactlyOneMasterInEveryPartitionAfterTheBound() {
		Long given = Long.getLong("kaconf.seed");
		long first = given != null ? given : new Random().nextLong();
		System.out.println("random simulation: first seed " + first);
		assertThat(LongStream.range(first, first + (given != null ? 1 : SCENARIOS)).parallel().mapToObj(RandomSimulationTest::failure)
				.filter(failure -> !failure.isEmpty()).findFirst()).isEmpty();
	}

	private static String failure(long seed) {
		String wrong = new RandomRun(seed).run();
		return wrong == null ? "" : wrong + "\nto run it again: ./mvnw -pl plugins/org.kaconf.simulation -am test -Dtest=RandomSimulationTest"
				+ " -Dsurefire.failIfNoSpecifiedTests=false -Dkaconf.seed=" + seed;
	}
}
