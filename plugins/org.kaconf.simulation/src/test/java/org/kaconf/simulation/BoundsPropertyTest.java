package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kaconf.model.Authentication;
import org.kaconf.model.Cluster;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.VrrpVersion;
import org.kaconf.simulation.Violation.Kind;

/** What holds for every cluster whose nodes fit together, whatever its priorities, weights and times. */
class BoundsPropertyTest {
	@Provide
	Arbitrary<Cluster> clusters() {
		Arbitrary<Script> scripts = Combinators.combine(Arbitraries.integers().between(1, 4), Arbitraries.integers().between(1, 6),
				Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 3), Arbitraries.integers().between(-60, 60), Arbitraries.of(true, false))
				.as((interval, timeout, rise, fall, weight, initFail) -> new Script("chk", null, null, Duration.ofSeconds(interval), Duration.ofSeconds(timeout),
						rise, fall, weight, false, initFail, Origins.NONE));
		Arbitrary<List<Integer>> priorities = Arbitraries.integers().between(1, 254).list().ofMinSize(2).ofMaxSize(4);
		Arbitrary<VrrpVersion> versions = Arbitraries.of(VrrpVersion.class);
		return Combinators.combine(scripts, priorities, versions, Arbitraries.integers().between(1, 3), Arbitraries.of(0, 0, 0, 7), Arbitraries.of(true, true, false))
				.as((script, list, version, interval, delay, preempt) -> Clusters.cluster(script, list, (place, instance) -> {
					instance.version(version).advertInterval(Duration.ofMillis(version == VrrpVersion.V2 ? 1000 * interval : 300 * interval))
							.preemptDelay(Duration.ofSeconds(delay)).preempt(preempt);
					if (version == VrrpVersion.V3) {
						instance.authentication(Authentication.NONE);
					}
				}));
	}

	@Property(tries = 100)
	void oneMasterAfterEveryFaultWithinTheBound(@ForAll("clusters") Cluster cluster) {
		VirtualRouterReport report = FailoverAnalysis.analyse(cluster).routers().getFirst();
		assertThat(report.initialMaster()).isNotNull();
		assertThat(report.violations()).allSatisfy(violation -> assertThat(violation.kind()).as(violation.message()).isEqualTo(Kind.NO_HANDOVER));
		assertThat(report.outcomes()).allSatisfy(outcome -> {
			assertThat(outcome.masterAfter()).as(outcome.describe()).isNotNull();
			assertThat(outcome.masterAfterRecovery()).as(outcome.describeRecovery()).isNotNull();
			assertThat(outcome.worstTakeover()).as(outcome.describe()).isLessThanOrEqualTo(outcome.takeoverBound());
			assertThat(outcome.worstRecovery()).as(outcome.describeRecovery()).isLessThanOrEqualTo(outcome.recoveryBound());
		});
	}
}
