package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.kaconf.model.Cluster;
import org.kaconf.model.Node;

/** The phases that the analysis tries are the worst: no other moment takes longer than it says. */
class WorstPhaseTest {
	private static final Cluster CLUSTER = Clusters.scenario(-5);
	private static final VirtualRouterReport REPORT = FailoverAnalysis.analyse(CLUSTER).routers().getFirst();
	private static final Component COMPONENT = Topology.components(CLUSTER).getFirst();
	private static final Node FIRST = CLUSTER.nodes().getFirst();
	private static final long INTERVAL = Duration.ofSeconds(2).toNanos();

	/** @param pause from the time when all has settled until a run of the script begins; @param after from then until the fault */
	private static Simulation before(long pause, long after) {
		Simulation simulation = new Simulation(COMPONENT, Network.Segment.PERFECT);
		COMPONENT.nodes().forEach(simulation::start);
		simulation.runUntil(Duration.ofSeconds(20).toNanos() + pause);
		simulation.runScriptNow(FIRST, "chk_nginx");
		simulation.runUntil(simulation.now() + after);
		simulation.recorder().reset(simulation.now());
		return simulation;
	}

	private static Duration worst(Fault.Kind kind, boolean recovery) {
		FaultOutcome outcome = REPORT.outcomes().stream().filter(o -> o.fault().kind() == kind && o.fault().node().equals(FIRST.name())).findFirst().orElseThrow();
		return recovery ? outcome.worstRecovery() : outcome.worstTakeover();
	}

	@Property(tries = 200)
	void noMomentOfACrashIsWorse(@ForAll @LongRange(min = 1, max = 4_000_000_000L) long pause, @ForAll @LongRange(min = 1, max = 2_000_000_000L) long after) {
		Simulation simulation = before(pause, after);
		simulation.crash(FIRST);
		simulation.runUntil(simulation.now() + 10 * INTERVAL);
		assertThat(simulation.recorder().lastChange(0)).isLessThanOrEqualTo(worst(Fault.Kind.CRASH, false));
	}

	@Property(tries = 200)
	void noMomentOfAFailureAndOfItsRecoveryIsWorse(@ForAll @LongRange(min = 1, max = 4_000_000_000L) long pause,
			@ForAll @LongRange(min = 1, max = 2_000_000_000L) long after, @ForAll @LongRange(min = 0, max = 8_000_000_000L) long during) {
		Simulation simulation = before(pause, after);
		simulation.setScript(FIRST, "chk_nginx", false, false);
		simulation.runUntil(simulation.now() + 12 * INTERVAL + during);
		assertThat(simulation.recorder().lastChange(0)).isLessThanOrEqualTo(worst(Fault.Kind.SCRIPT_FAILURE, false));
		simulation.recorder().reset(simulation.now());
		simulation.setScript(FIRST, "chk_nginx", true, false);
		simulation.runUntil(simulation.now() + 12 * INTERVAL);
		assertThat(simulation.recorder().lastChange(0)).isLessThanOrEqualTo(worst(Fault.Kind.SCRIPT_FAILURE, true)).isPositive();
	}

	@Property(tries = 200)
	void noMomentOfAHangAndOfItsRecoveryIsWorse(@ForAll @LongRange(min = 1, max = 4_000_000_000L) long pause,
			@ForAll @LongRange(min = 1, max = 2_000_000_000L) long after, @ForAll @LongRange(min = 0, max = 8_000_000_000L) long during) {
		Simulation simulation = before(pause, after);
		simulation.setScript(FIRST, "chk_nginx", false, true);
		simulation.runUntil(simulation.now() + 12 * INTERVAL + during);
		assertThat(simulation.recorder().lastChange(0)).isLessThanOrEqualTo(worst(Fault.Kind.SCRIPT_HANG, false));
		simulation.recorder().reset(simulation.now());
		simulation.setScript(FIRST, "chk_nginx", true, false);
		simulation.runUntil(simulation.now() + 12 * INTERVAL);
		assertThat(simulation.recorder().lastChange(0)).isLessThanOrEqualTo(worst(Fault.Kind.SCRIPT_HANG, true)).isPositive();
	}
}
