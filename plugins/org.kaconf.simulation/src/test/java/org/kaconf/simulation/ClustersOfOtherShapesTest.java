package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kaconf.model.Authentication;
import org.kaconf.model.Cluster;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

class ClustersOfOtherShapesTest {
	private static FaultOutcome outcome(VirtualRouterReport report, Fault.Kind kind, String node, String subject) {
		return report.outcomes().stream().filter(o -> o.fault().equals(new Fault(kind, node, subject))).findFirst().orElseThrow();
	}

	@Test
	void ofThreeNodesTheNextOneTakesOver() {
		VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.cluster(Clusters.script(-60), List.of(150, 120, 100), (place, i) -> {
		})).routers().getFirst();
		assertThat(report.violations()).isEmpty();
		assertThat(report.nodes()).containsExactly("nginx01", "nginx02", "nginx03");
		assertThat(report.outcomes()).hasSize(15).filteredOn(o -> o.fault().node().equals("nginx01")).hasSize(5)
				.allSatisfy(o -> assertThat(o.masterAfter()).isEqualTo("nginx02"));
	}

	@Test
	void aSingleNodeHasNobodyToHandOverToAndThatIsNoViolation() {
		VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.cluster(Clusters.script(-5), List.of(100), (place, i) -> {
		})).routers().getFirst();
		assertThat(report.initialMaster()).isEqualTo("nginx01");
		assertThat(report.violations()).isEmpty();
		assertThat(outcome(report, Fault.Kind.CRASH, "nginx01", null).masterAfter()).isNull();
		assertThat(outcome(report, Fault.Kind.CRASH, "nginx01", null).masterAfterRecovery()).isEqualTo("nginx01");
	}

	@Test
	void version3WithShortIntervals() {
		VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.cluster(null, List.of(101, 100),
				(place, i) -> i.version(VrrpVersion.V3).advertInterval(Duration.ofMillis(100)))).routers().getFirst();
		assertThat(report.violations()).isEmpty();
		// Measured with keepalived 2.2.7, kill -9: 299 ms, at most 350 ms; stop: 64 ms.
		assertThat(outcome(report, Fault.Kind.CRASH, "nginx01", null).worstTakeover()).isBetween(Duration.ofMillis(350), Duration.ofMillis(363));
		assertThat(outcome(report, Fault.Kind.STOP, "nginx01", null).worstTakeover()).isBetween(Duration.ofMillis(60), Duration.ofMillis(63));
	}

	@Test
	void version2EverySecondAsMeasured() {
		Script script = new Script("chk", null, null, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 2, -5, false, false, Origins.NONE);
		VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.cluster(script, List.of(101, 100), (place, i) -> i.advertInterval(Duration.ofSeconds(1))))
				.routers().getFirst();
		// Measured with keepalived 2.2.7: kill -9 2.729 to 3.576 s; stop 612 ms; script 4.92 s, at worst 2 + 3.6 s.
		assertThat(outcome(report, Fault.Kind.CRASH, "nginx01", null).worstTakeover()).isBetween(Duration.ofMillis(3609), Duration.ofMillis(3611));
		assertThat(outcome(report, Fault.Kind.STOP, "nginx01", null).worstTakeover()).isBetween(Duration.ofMillis(609), Duration.ofMillis(612));
		assertThat(outcome(report, Fault.Kind.SCRIPT_FAILURE, "nginx01", "chk").worstTakeover()).isBetween(Duration.ofMillis(5609), Duration.ofMillis(5612));
	}

	@Test
	void aTrackedInterfaceIsAFaultOfItsOwn() {
		VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.cluster(null, List.of(101, 100),
				(place, i) -> i.trackedInterfaces(List.of(new TrackedInterface("eth1", -10, false, Origins.NONE))))).routers().getFirst();
		FaultOutcome eth1 = outcome(report, Fault.Kind.LINK_DOWN, "nginx01", "eth1");
		assertThat(eth1.masterAfter()).isEqualTo("nginx02");
		assertThat(eth1.timeline()).extracting(TimelineEntry::toString).contains("0.000 s  nginx01 has priority 91, was 101");
		assertThat(eth1.masterAfterRecovery()).isEqualTo("nginx01");
	}

	@Test
	void preemptDelayPutsOffTheReturnAndTheHandover() {
		VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.scenario(-5, (place, i) -> i.preemptDelay(Duration.ofSeconds(30)))).routers().getFirst();
		assertThat(report.violations()).isEmpty();
		assertThat(outcome(report, Fault.Kind.CRASH, "nginx01", null).worstTakeover()).isLessThan(Duration.ofSeconds(7));
		assertThat(outcome(report, Fault.Kind.CRASH, "nginx01", null).worstRecovery()).isBetween(Duration.ofSeconds(34), Duration.ofSeconds(39));
		assertThat(outcome(report, Fault.Kind.SCRIPT_FAILURE, "nginx01", "chk_nginx").worstTakeover()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(45));
	}

	@Test
	void twoVirtualRoutersOfOneClusterAreTwoReports() {
		List<Node> nodes = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			nodes.add(Clusters.node("lb" + i, List.of(), List.of(instance("VI_A", 10, 101 - i, "10.0.0.100/24", "10.0.0." + (1 + i)).build(),
					instance("VI_B", 20, 100 + i, "10.0.0.200/24", "10.0.0." + (1 + i)).build())));
		}
		List<VirtualRouterReport> routers = FailoverAnalysis.analyse(Clusters.cluster(nodes)).routers();
		assertThat(routers).extracting(VirtualRouterReport::name).containsExactly("VI_A", "VI_B");
		assertThat(routers).extracting(VirtualRouterReport::initialMaster).containsExactly("lb0", "lb1");
	}

	@Test
	void membersOfASyncGroupMoveTogether() {
		List<VirtualRouterReport> routers = FailoverAnalysis.analyse(syncGroup(null)).routers();
		assertThat(routers).extracting(VirtualRouterReport::name).containsExactly("VI_OUT", "VI_IN");
		assertThat(routers).extracting(VirtualRouterReport::initialMaster).containsExactly("lb0", "lb0");
		assertThat(routers).allSatisfy(report -> {
			assertThat(report.violations()).isEmpty();
			assertThat(report.outcomes()).filteredOn(o -> o.fault().node().equals("lb0")).hasSize(4).allSatisfy(o -> {
				assertThat(o.masterAfter()).as(o.describe()).isEqualTo("lb1");
				assertThat(o.masterAfterRecovery()).as(o.describeRecovery()).isEqualTo("lb0");
				assertThat(o.takeoverBound()).isGreaterThanOrEqualTo(o.worstTakeover());
				assertThat(o.recoveryBound()).isGreaterThanOrEqualTo(o.worstRecovery());
			});
		});
	}

	@Test
	void aSyncGroupMovesWhenAScriptOfAMemberFails() {
		assertThat(FailoverAnalysis.analyse(syncGroup(Clusters.script(0))).violations()).isEmpty();
	}

	@Test
	void membersWhosePrioritiesCrossDoNotReturn() {
		List<VirtualRouterReport> routers = FailoverAnalysis.analyse(syncGroup(null, 2)).routers();
		assertThat(routers.get(1).violations()).isEmpty();
		assertThat(routers.get(0).violations()).singleElement().satisfies(violation -> {
			assertThat(violation.kind()).isEqualTo(Violation.Kind.NO_RETURN);
			assertThat(violation.message()).isEqualTo("after lb0 starts again, lb1 stays master of VI_OUT although lb0 has the higher priority and preempts; "
					+ "a sync group moves only when all its members can");
		});
	}

	private static Cluster syncGroup(Script script) {
		return syncGroup(script, 0);
	}

	/** @param crossing what is added to the inner priority of the second node */
	private static Cluster syncGroup(Script script, int crossing) {
		List<Node> nodes = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			InstanceBuilder outside = instance("VI_OUT", 10, 101 - i, "10.0.0.100/24", "10.0.0." + (1 + i)).interfaceName("eth0").syncGroup("G1");
			InstanceBuilder inside = instance("VI_IN", 20, 101 - i + i * crossing, "10.1.0.100/24", "10.1.0." + (1 + i)).interfaceName("eth1").syncGroup("G1");
			if (script != null) {
				outside.trackedScripts(List.of(new TrackedScript(script.name(), script.weight(), false, Origins.NONE)));
			}
			nodes.add(Clusters.node("lb" + i, script == null ? List.of() : List.of(script), List.of(outside.build(), inside.build())));
		}
		return Clusters.cluster(nodes);
	}

	@Test
	void ipv6() {
		VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.cluster(null, List.of(101, 100), (place, i) -> i.family(Family.IPV6)
				.version(VrrpVersion.V3).multicastGroup(Instance.MULTICAST_IPV6).sourceAddress(IpAddress.of("fe80::" + (1 + place)))
				.virtualAddresses(List.of(VirtualAddress.of("fe80::100/64"), VirtualAddress.of("2001:db8::100/64"))))).routers().getFirst();
		assertThat(report.initialMaster()).isEqualTo("nginx01");
		assertThat(report.violations()).isEmpty();
	}

	@Test
	void aScriptTrackedInReverseIsWellWhileItFails() {
		VirtualRouterReport report = FailoverAnalysis.analyse(Clusters.cluster(Clusters.script(0), List.of(101, 100),
				(place, i) -> i.trackedScripts(List.of(new TrackedScript("chk_nginx", 0, true, Origins.NONE))))).routers().getFirst();
		assertThat(report.violations()).isEmpty();
		assertThat(outcome(report, Fault.Kind.SCRIPT_FAILURE, "nginx01", "chk_nginx").masterAfter()).isEqualTo("nginx02");
	}

	/** A millisecond-by-millisecond simulation of this would not come to an end. */
	@Test
	@Timeout(60)
	void shortIntervalsAndSlowScriptsAreNoTrouble() {
		Script slow = new Script("chk", null, null, Duration.ofSeconds(60), Duration.ofSeconds(60), 3, 3, -5, false, false, Origins.NONE);
		Cluster cluster = Clusters.cluster(slow, List.of(101, 100, 99), (place, i) -> i.version(VrrpVersion.V3).authentication(Authentication.NONE)
				.advertInterval(Duration.ofMillis(10)));
		VirtualRouterReport report = FailoverAnalysis.analyse(cluster).routers().getFirst();
		assertThat(report.violations()).isEmpty();
	}

	@Test
	void reportsReadAsSentences() {
		String text = FailoverAnalysis.analyse(Clusters.scenario(-5)).describe();
		assertThat(text.lines().limit(4)).containsExactly("VI_1 (VRID 51): nginx01 is master after at most 6.7 s; 10 faults analysed, no violation",
				"  nginx01 crashes: nginx02 is master after at most 6.7 s", "  nginx01 starts again: nginx01 is master after at most 6.7 s",
				"  nginx01 stops: nginx02 is master after at most 611 ms");
		assertThat(text.lines().map(String::length).max(Comparator.naturalOrder())).hasValueSatisfying(l -> assertThat(l).isLessThan(120));
	}

	private static InstanceBuilder instance(String name, int vrid, int priority, String address, String source) {
		return Instance.builder(name).interfaceName("eth0").virtualRouterId(vrid).priority(priority).sourceAddress(IpAddress.of(source))
				.virtualAddresses(List.of(VirtualAddress.of(address)));
	}
}
