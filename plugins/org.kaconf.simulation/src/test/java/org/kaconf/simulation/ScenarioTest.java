package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The acceptance scenario: VRRP version 2, adverts every 2 s, a script every 2 s that falls after 3 failures, priorities 101 and 100. */
class ScenarioTest {
	private final VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.scenario(-5)).routers().getFirst();

	private FaultOutcome outcome(Fault.Kind kind, String node) {
		return report.outcomes().stream().filter(o -> o.fault().kind() == kind && o.fault().node().equals(node)).findFirst().orElseThrow();
	}

	@Test
	void theNodeOfHigherPriorityIsMasterFirstAndNothingIsViolated() {
		assertThat(report.name()).isEqualTo("VI_1");
		assertThat(report.virtualRouterId()).isEqualTo(51);
		assertThat(report.nodes()).containsExactly("nginx01", "nginx02");
		assertThat(report.initialMaster()).isEqualTo("nginx01");
		assertThat(report.settleBound()).isBetween(Duration.ofMillis(6605), Duration.ofMillis(6607));
		assertThat(report.violations()).isEmpty();
		assertThat(report.outcomes()).hasSize(10);
	}

	@Test
	void aCrashTakesOneMasterDownInterval() {
		FaultOutcome crash = outcome(Fault.Kind.CRASH, "nginx01");
		assertThat(crash.masterAfter()).isEqualTo("nginx02");
		assertThat(crash.worstTakeover()).isBetween(Duration.ofMillis(6609), Duration.ofMillis(6611));
		assertThat(crash.masterAfterRecovery()).isEqualTo("nginx01");
		assertThat(crash.describe()).isEqualTo("nginx01 crashes: nginx02 is master after at most 6.7 s");
		assertThat(crash.describeRecovery()).isEqualTo("nginx01 starts again: nginx01 is master after at most 6.7 s");
	}

	@Test
	void aStopInGoodOrderTakesTheSkewTime() {
		FaultOutcome stop = outcome(Fault.Kind.STOP, "nginx01");
		assertThat(stop.masterAfter()).isEqualTo("nginx02");
		assertThat(stop.worstTakeover()).isBetween(Duration.ofMillis(609), Duration.ofMillis(612));
	}

	@Test
	void aFailingScriptTakesItsRunsAndAMasterDownInterval() {
		FaultOutcome failure = outcome(Fault.Kind.SCRIPT_FAILURE, "nginx01");
		assertThat(failure.masterAfter()).isEqualTo("nginx02");
		// 3 runs every 2 s, then 3 adverts and the skew of priority 100.
		assertThat(failure.worstTakeover()).isBetween(Duration.ofMillis(12_609), Duration.ofMillis(12_612));
		assertThat(failure.describe()).isEqualTo("chk_nginx on nginx01 fails: nginx02 is master after at most 12.7 s");
		assertThat(failure.timeline()).extracting(TimelineEntry::toString).containsExactly("0.000 s  nginx01 sees that chk_nginx fails",
				"6.000 s  nginx01 counts chk_nginx as failed", "6.000 s  nginx01 has priority 96, was 101", "12.610 s  nginx02 is master",
				"12.611 s  nginx01 is backup");
		assertThat(failure.masterAfterRecovery()).isEqualTo("nginx01");
		// 2 runs every 2 s, then the master down interval of priority 101.
		assertThat(failure.worstRecovery()).isBetween(Duration.ofMillis(10_604), Duration.ofMillis(10_607));
		assertThat(failure.describeRecovery()).isEqualTo("chk_nginx on nginx01 is well again: nginx01 is master after at most 10.7 s");
	}

	@Test
	void aScriptThatHangsTakesLongerSinceNoRunBeginsWhileOneHangs() {
		FaultOutcome hang = outcome(Fault.Kind.SCRIPT_HANG, "nginx01");
		assertThat(hang.masterAfter()).isEqualTo("nginx02");
		// Runs begin after 2, 6 and 10 s, the last one is killed after 12 s.
		assertThat(hang.worstTakeover()).isBetween(Duration.ofMillis(18_609), Duration.ofMillis(18_612));
		assertThat(hang.timeline()).extracting(TimelineEntry::toString).contains("0.000 s  nginx01 sees that chk_nginx hangs",
				"12.000 s  nginx01 counts chk_nginx as failed");
		// The last run that hangs is killed after 2 s, good ones begin after 4 and 6 s.
		assertThat(hang.worstRecovery()).isBetween(Duration.ofMillis(12_604), Duration.ofMillis(12_607));
	}

	@Test
	void aLinkThatGoesDownTakesOneMasterDownInterval() {
		FaultOutcome link = outcome(Fault.Kind.LINK_DOWN, "nginx01");
		assertThat(link.fault().describe()).isEqualTo("eth0 on nginx01 goes down");
		assertThat(link.masterAfter()).isEqualTo("nginx02");
		assertThat(link.worstTakeover()).isBetween(Duration.ofMillis(6609), Duration.ofMillis(6611));
		assertThat(link.masterAfterRecovery()).isEqualTo("nginx01");
	}

	@Test
	void nothingThatHappensToTheBackupMovesTheAddress() {
		List<FaultOutcome> backup = report.outcomes().stream().filter(o -> o.fault().node().equals("nginx02")).toList();
		assertThat(backup).hasSize(5).allSatisfy(outcome -> {
			assertThat(outcome.masterAfter()).isEqualTo("nginx01");
			assertThat(outcome.masterAfterRecovery()).isEqualTo("nginx01");
			assertThat(outcome.worstTakeover()).isZero();
			assertThat(outcome.worstRecovery()).isZero();
			assertThat(outcome.describe()).endsWith("nginx01 stays master");
		});
	}

	@Test
	void noTimeExceedsItsArithmeticBoundAndTheBoundIsNotMuchLarger() {
		assertThat(report.outcomes()).allSatisfy(outcome -> {
			assertThat(outcome.takeoverBound()).isGreaterThanOrEqualTo(outcome.worstTakeover());
			assertThat(outcome.recoveryBound()).isGreaterThanOrEqualTo(outcome.worstRecovery());
			assertThat(outcome.takeoverBound().minus(outcome.worstTakeover())).isLessThan(Duration.ofMillis(100));
		});
	}

	@Test
	void theSameClusterGivesTheSameReport() {
		assertThat(FailoverAnalysis.analyse(Clusters.scenario(-5)).routers().getFirst()).isEqualTo(report);
	}
}
