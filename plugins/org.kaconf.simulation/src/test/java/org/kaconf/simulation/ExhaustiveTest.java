package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.Authentication;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.simulation.World.Future;
import org.kaconf.vrrp.machine.VirtualRouter;

/**
 * Two and three nodes through everything that can happen to them up to a number of events: adverts arrive in every order or are lost, timers fire before or
 * after them as long as no advert is later than 20 ms, nodes crash, stop and start at every moment. From each of these worlds, if nothing more goes wrong,
 * there is exactly one master after the bound, and it is the right one.
 */
class ExhaustiveTest {
	/** Gratuitous ARPs change nothing here, and their timers would tell worlds apart. */
	private static final GratuitousArp QUIET = new GratuitousArp(Duration.ZERO, 1, Duration.ZERO, 1, Duration.ZERO, 1, Duration.ZERO);

	/** A world and how it came to be. */
	private record Visited(World world, String what, Visited before) {
		String history() {
			List<String> events = new ArrayList<>();
			for (Visited v = this; v != null; v = v.before) {
				events.addFirst(v.what);
			}
			return String.join("; ", events);
		}
	}

	private static VirtualRouter router(int place, int priority, VrrpVersion version, long milliseconds, boolean preempt) {
		Instance instance = Instance.builder("VI_1").interfaceName("eth0").virtualRouterId(51).priority(priority).version(version)
				.authentication(Authentication.NONE).advertInterval(Duration.ofMillis(milliseconds)).preempt(preempt).garp(QUIET)
				.virtualAddresses(List.of(VirtualAddress.of("10.0.0.100/24"))).build();
		return VirtualRouter.of(instance, IpAddress.of("10.0.0." + (1 + place)));
	}

	@ParameterizedTest
	@CsvSource({
			"101 100,     V2, 1000, true,  4, 2, 24",
			"101 100,     V2, 1000, false, 4, 2, 24",
			"100 100,     V2, 1000, true,  4, 2, 24",
			"101 100,     V3,  100, true,  4, 2, 24",
			"255 100,     V3, 1000, true,  4, 2, 24",
			"102 101 100, V2, 1000, true,  1, 1, 10",
			"102 101 100, V3, 1000, false, 1, 1, 10"})
	void oneMasterWhateverHappens(String priorities, VrrpVersion version, long milliseconds, boolean preempt, int faults, int losses, int depth) {
		int[] numbers = Arrays.stream(priorities.split(" ")).mapToInt(Integer::parseInt).toArray();
		List<VirtualRouter> routers = IntStream.range(0, numbers.length).mapToObj(i -> router(i, numbers[i], version, milliseconds, preempt)).toList();
		long bound = 2 * routers.stream().mapToLong(VirtualRouter::masterDownInterval).max().orElseThrow() + 2 * Duration.ofMillis(milliseconds).toNanos();
		List<Visited> level = List.of(new Visited(World.of(routers, faults, losses), "start", null));
		Set<World> seen = new HashSet<>();
		for (int i = 0; i <= depth; i++) {
			List<Visited> next = new ArrayList<>();
			for (Visited visited : level) {
				if (seen.add(visited.world)) {
					assertThat(wrong(visited.world.quietly(bound), preempt)).as(visited.history()).isNull();
					visited.world.futures(future -> add(next, future, visited));
				}
			}
			level = next;
		}
		assertThat(seen.size()).as("worlds").isGreaterThan(1000);
		System.out.println("exhaustive: " + priorities + " " + version + ": " + seen.size() + " worlds");
	}

	private static void add(List<Visited> next, Future future, Visited before) {
		next.add(new Visited(future.world(), future.what(), before));
	}

	private static String wrong(World world, boolean preempt) {
		List<Integer> running = IntStream.range(0, world.routers().size()).filter(i -> world.routers().get(i).started()).boxed().toList();
		List<Integer> masters = world.masters();
		if (masters.size() != Math.min(1, running.size())) {
			return "masters: " + masters;
		}
		int best = running.stream().max(Comparator.<Integer>comparingInt(i -> world.routers().get(i).effectivePriority())
				.thenComparing(i -> world.routers().get(i).primaryAddress())).orElse(-1);
		boolean tie = running.stream().map(i -> world.routers().get(i).effectivePriority()).distinct().count() < running.size();
		return preempt && !tie && !running.isEmpty() && masters.getFirst() != best ? "master " + masters + " instead of " + best : null;
	}
}
