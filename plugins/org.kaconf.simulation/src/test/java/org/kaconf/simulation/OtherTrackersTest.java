package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.model.BfdSession;
import org.kaconf.model.Cluster;
import org.kaconf.model.Globals;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Origins;
import org.kaconf.model.TrackFile;
import org.kaconf.model.TrackProcess;
import org.kaconf.model.TrackedBfd;
import org.kaconf.model.TrackedFile;
import org.kaconf.model.TrackedProcess;

/** Processes, files and BFD sessions fail and recover as scripts and interfaces do. */
class OtherTrackersTest {
	private static final Duration SECOND = Duration.ofSeconds(1);
	private static final TrackProcess PROCESS = new TrackProcess("nginx", "nginx", List.of(), TrackProcess.Match.NONE, false, 0, false, 1, null, SECOND,
			Duration.ofSeconds(2), Origins.NONE);
	private static final TrackFile FILE = new TrackFile("drain", "/run/drain", 1, false, null, false, Origins.NONE);
	private static final BfdSession BFD = new BfdSession("uplink", IpAddress.of("10.0.0.9"), null, Duration.ofMillis(100), Duration.ofMillis(50), SECOND, 5, false, 255,
			0, false, 0, false, true, Origins.NONE);

	private static Cluster cluster(Consumer<InstanceBuilder> change) {
		Cluster plain = Clusters.cluster(null, List.of(101, 100), (place, instance) -> change.accept(instance));
		List<Node> nodes = new ArrayList<>();
		for (Node node : plain.nodes()) {
			nodes.add(new Node(node.name(), List.of(), Globals.DEFAULT, List.of(), List.of(PROCESS), List.of(FILE), List.of(BFD), node.instances(), List.of(),
					List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Origins.NONE));
		}
		return Clusters.cluster(nodes);
	}

	private static VirtualRouterReport analyse(Consumer<InstanceBuilder> change) {
		return FailoverAnalysis.analyse(cluster(change)).routers().getFirst();
	}

	private static FaultOutcome outcome(VirtualRouterReport report, Fault.Kind kind) {
		return report.outcomes().stream().filter(o -> o.fault().equals(new Fault(kind, "nginx01", o.fault().subject())) && o.fault().kind() == kind).findFirst().orElseThrow();
	}

	@ParameterizedTest
	@CsvSource({ "0, false", "-5, false", "0, true", "5, true" })
	void aProcessThatEndsMovesTheAddressAfterItsDelay(int weight, boolean reverse) {
		VirtualRouterReport report = analyse(i -> i.trackedProcesses(List.of(new TrackedProcess("nginx", weight, reverse, Origins.NONE))));
		FaultOutcome outcome = outcome(report, Fault.Kind.PROCESS_FAILURE);
		assertThat(report.violations()).isEmpty();
		assertThat(outcome.masterAfter()).isEqualTo("nginx02");
		assertThat(outcome.worstTakeover()).isBetween(PROCESS.terminateDelay(), outcome.takeoverBound());
		assertThat(outcome.masterAfterRecovery()).isEqualTo("nginx01");
		assertThat(outcome.worstRecovery()).isLessThanOrEqualTo(outcome.recoveryBound());
		assertThat(outcome.describe()).startsWith("nginx on nginx01 fails: nginx02 is master after at most ");
	}

	@ParameterizedTest
	@CsvSource({ "1, false", "-1, false", "1, true", "0, false", "0, true" })
	void aFileWithItsWorstNumberMovesTheAddress(int weight, boolean reverse) {
		VirtualRouterReport report = analyse(i -> i.trackedFiles(List.of(new TrackedFile("drain", weight, reverse, Origins.NONE))));
		FaultOutcome outcome = outcome(report, Fault.Kind.FILE_CHANGE);
		assertThat(report.violations()).isEmpty();
		assertThat(outcome.masterAfter()).isEqualTo("nginx02");
		assertThat(outcome.worstTakeover()).isLessThanOrEqualTo(outcome.takeoverBound());
		assertThat(outcome.masterAfterRecovery()).isEqualTo("nginx01");
	}

	@Test
	void aBfdSessionThatGoesDownMovesTheAddressAfterItsDetectionTime() {
		VirtualRouterReport report = analyse(i -> i.trackedBfds(List.of(new TrackedBfd("uplink", 0, false, Origins.NONE))));
		FaultOutcome outcome = outcome(report, Fault.Kind.BFD_DOWN);
		assertThat(report.violations()).isEmpty();
		assertThat(outcome.masterAfter()).isEqualTo("nginx02");
		assertThat(outcome.worstTakeover()).isBetween(Duration.ofMillis(500), outcome.takeoverBound());
		assertThat(outcome.worstRecovery()).isLessThanOrEqualTo(outcome.recoveryBound());
	}

	@Test
	void aWeightThatIsTooSmallIsRefuted() {
		VirtualRouterReport report = analyse(i -> i.trackedProcesses(List.of(new TrackedProcess("nginx", -1, false, Origins.NONE))));
		assertThat(report.violations()).extracting(Violation::message).containsExactly(
				"nginx01 stays master when nginx fails on nginx01: weight -1 leaves it priority 100, no less than the 100 of nginx02, and of equals the master stays; it takes weight -2 or lower");
	}

	@Test
	void whatIsTrackedWithoutBeingDefinedIsLeftOut() {
		VirtualRouterReport report = analyse(i -> i.trackedProcesses(List.of(new TrackedProcess("other", 0, false, Origins.NONE))));
		assertThat(report.outcomes()).extracting(o -> o.fault().kind()).doesNotContain(Fault.Kind.PROCESS_FAILURE);
	}
}
