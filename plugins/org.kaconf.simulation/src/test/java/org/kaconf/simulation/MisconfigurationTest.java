package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Authentication;
import org.kaconf.model.Authentication.Type;
import org.kaconf.model.Cluster;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Origins;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.simulation.Violation.Kind;

/** What keepalived 2.2.7 was seen to do when two nodes do not fit together: two masters, or a master that never hands over. */
class MisconfigurationTest {
	private static VirtualRouterReport analyse(Cluster cluster) {
		List<VirtualRouterReport> routers = FailoverAnalysis.analyse(cluster).routers();
		assertThat(routers).as("both nodes are meant to be one virtual router").hasSize(1);
		return routers.getFirst();
	}

	/** The scenario with something changed on the second node. */
	private static VirtualRouterReport withSecond(Consumer<InstanceBuilder> change) {
		return analyse(Clusters.scenario(-5, (place, instance) -> {
			if (place == 1) {
				change.accept(instance);
			}
		}));
	}

	private static void assertTwoMasters(VirtualRouterReport report, String reason) {
		assertThat(report.initialMaster()).isNull();
		assertThat(report.outcomes()).isEmpty();
		assertThat(report.violations()).singleElement().satisfies(violation -> {
			assertThat(violation.kind()).isEqualTo(Kind.TWO_MASTERS);
			assertThat(violation.message()).isEqualTo("nginx01 and nginx02 are both master of VI_1 at once: " + reason);
			assertThat(violation.explanation()).filteredOn(e -> e.text().equals("is master")).extracting(TimelineEntry::node).containsExactly("nginx01", "nginx02");
		});
	}

	@Test
	void anotherVirtualRouterId() {
		assertTwoMasters(withSecond(i -> i.virtualRouterId(52)), "virtual_router_id is 51 on nginx01 and 52 on nginx02");
	}

	@Test
	void anotherMulticastGroup() {
		assertTwoMasters(withSecond(i -> i.multicastGroup(IpAddress.of("224.0.0.19"))), "adverts go to 224.0.0.18 on nginx01 and to 224.0.0.19 on nginx02");
	}

	@Test
	void unicastOnOneSideOnly() {
		assertTwoMasters(withSecond(i -> i.unicastPeers(List.of(peer("172.29.88.224")))),
				"nginx02 drops the adverts of nginx01, \"Expected unicast packet but received multicast packet\"");
	}

	@Test
	void anotherPassword() {
		VirtualRouterReport report = withSecond(i -> i.authentication(new Authentication(Type.PASS, "2222")));
		assertTwoMasters(report, "nginx02 drops the adverts of nginx01, \"received an invalid passwd!\"");
		assertThat(report.violations().getFirst().origin()).isEqualTo(Clusters.PASSWORD_LINE);
	}

	@Test
	void passwordsThatDifferAfterTheEighthByteOnly() {
		Cluster cluster = Clusters.scenario(-5, (place, i) -> i.authentication(new Authentication(Type.PASS, "12345678" + place)));
		assertThat(analyse(cluster).violations()).isEmpty();
	}

	@Test
	void authenticationOnOneSideOnly() {
		assertTwoMasters(withSecond(i -> i.authentication(Authentication.NONE)), "nginx02 drops the adverts of nginx01, \"received a 1 auth, expecting 0!\"");
	}

	@Test
	void anotherIntervalInVersion2() {
		VirtualRouterReport report = withSecond(i -> i.advertInterval(Duration.ofSeconds(1)));
		assertThat(report.violations()).singleElement().satisfies(violation -> {
			assertThat(violation.kind()).isEqualTo(Kind.TWO_MASTERS);
			assertThat(violation.message()).contains("advertisement interval mismatch");
		});
	}

	@Test
	void anotherIntervalInVersion3Works() {
		VirtualRouterReport report = analyse(Clusters.scenario(-5, (place, i) -> i.version(VrrpVersion.V3).authentication(Authentication.NONE)
				.advertInterval(Duration.ofMillis(place == 0 ? 1000 : 500))));
		assertThat(report.violations()).isEmpty();
		// The backup has learned the interval of the master.
		assertThat(report.outcomes().getFirst().worstTakeover()).isBetween(Duration.ofMillis(3609), Duration.ofMillis(3612));
	}

	@Test
	void anotherVersion() {
		assertTwoMasters(withSecond(i -> i.version(VrrpVersion.V3)), "nginx02 drops the adverts of nginx01, \"wrong version. Received 2 and expect 3\"");
	}

	@Test
	void otherVirtualAddresses() {
		assertTwoMasters(withSecond(i -> i.virtualAddresses(List.of(VirtualAddress.of("172.29.88.222/24"), VirtualAddress.of("172.29.88.223/24")))),
				"nginx02 drops the adverts of nginx01, \"received an unexpected ip number count 1, expected 2!\"");
		assertTwoMasters(withSecond(i -> i.virtualAddresses(List.of(VirtualAddress.of("172.29.88.223/24")))),
				"nginx02 drops the adverts of nginx01, \"ip address associated with VRID 51 not present in MASTER advert: 172.29.88.223\"");
	}

	@Test
	void otherVirtualAddressesAreFineSinceKeepalived233() {
		Cluster cluster = Clusters.scenario(-5, (place, i) -> i.virtualAddresses(List.of(VirtualAddress.of("172.29.88." + (222 + place) + "/24"))));
		Cluster newer = new Cluster(cluster.name(), new KeepalivedVersion(2, 3, 3), cluster.nodes(), List.of(), cluster.scriptDirectory(), Origins.NONE);
		assertThat(analyse(cluster).violations()).isNotEmpty();
		assertThat(analyse(newer).violations()).isEmpty();
	}

	@Test
	void aListOfPeersThatHoldsTheOwnAddress() {
		VirtualRouterReport report = analyse(Clusters.scenario(-5, (place, i) -> i.unicastPeers(List.of(peer("172.29.88.225")))));
		// While nginx01 is master nobody misses the adverts of nginx02.
		assertThat(report.initialMaster()).isEqualTo("nginx01");
		assertThat(report.violations()).singleElement().satisfies(violation -> assertThat(violation.message()).isEqualTo("after chk_nginx on nginx01 fails, "
				+ "nginx01 and nginx02 are both master of VI_1 at once: nginx01 does not get the adverts of nginx02, which does not list 172.29.88.224 as a "
				+ "unicast peer"));
		report = analyse(Clusters.scenario(-5, (place, i) -> i.unicastPeers(List.of(peer("172.29.88.224")))));
		assertTwoMasters(report, "nginx02 does not get the adverts of nginx01, which does not list 172.29.88.225 as a unicast peer");
	}

	@Test
	void peersWithoutSourceAddressesFindEachOther() {
		VirtualRouterReport report = analyse(Clusters.scenario(-5,
				(place, i) -> i.sourceAddress(null).unicastPeers(List.of(peer(place == 0 ? "10.0.0.2" : "10.0.0.1")))));
		assertThat(report.violations()).isEmpty();
		assertThat(report.initialMaster()).isEqualTo("nginx01");
	}

	private static UnicastPeer peer(String address) {
		return new UnicastPeer(IpAddress.of(address), null, null, Origins.NONE);
	}

	@Test
	void equalPrioritiesElectTheHigherAddressAndItStays() {
		VirtualRouterReport report = analyse(Clusters.cluster(null, List.of(100, 100), (place, i) -> {
		}));
		assertThat(report.initialMaster()).isEqualTo("nginx02");
		assertThat(report.violations()).isEmpty();
		FaultOutcome crash = report.outcomes().stream().filter(o -> o.fault().equals(new Fault(Fault.Kind.CRASH, "nginx02", null))).findFirst().orElseThrow();
		assertThat(crash.masterAfter()).isEqualTo("nginx01");
		assertThat(crash.masterAfterRecovery()).isEqualTo("nginx01");
	}

	@Test
	void aWeightTooSmallToFallBelowThePeer() {
		VirtualRouterReport report = analyse(Clusters.cluster(Clusters.script(-2), List.of(150, 100), (place, i) -> {
		}));
		assertThat(report.violations()).singleElement().satisfies(violation -> {
			assertThat(violation.kind()).isEqualTo(Kind.NO_HANDOVER);
			assertThat(violation.message()).isEqualTo("nginx01 stays master when chk_nginx fails on nginx01: weight -2 leaves it priority 148, "
					+ "still above the 100 of nginx02; it takes weight -51 or lower");
			assertThat(violation.origin()).isEqualTo(Clusters.WEIGHT_LINE);
			assertThat(violation.explanation()).extracting(TimelineEntry::toString).containsExactly("0.000 s  nginx01 sees that chk_nginx fails",
					"6.000 s  nginx01 counts chk_nginx as failed", "6.000 s  nginx01 has priority 148, was 150");
		});
		assertThat(FailoverAnalysis.analyse(Clusters.cluster(Clusters.script(-51), List.of(150, 100), (place, i) -> {
		})).violations()).as("the weight it says is enough").isEmpty();
	}

	@Test
	void aWeightThatOnlyDrawsLevelIsNotEnough() {
		assertThat(analyse(Clusters.scenario(-1)).violations()).singleElement().satisfies(violation -> assertThat(violation.message()).isEqualTo(
				"nginx01 stays master when chk_nginx fails on nginx01: weight -1 leaves it priority 100, no less than the 100 of nginx02, and of equals "
						+ "the master stays; it takes weight -2 or lower"));
	}

	@Test
	void aPositiveWeightTooSmall() {
		assertThat(analyse(Clusters.cluster(Clusters.script(10), List.of(150, 100), (place, i) -> {
		})).violations()).singleElement().satisfies(violation -> assertThat(violation.message()).isEqualTo("nginx01 stays master when chk_nginx fails on "
				+ "nginx01: weight 10 leaves it priority 150, still above the 110 of nginx02; it takes weight 51 or more"));
		assertThat(analyse(Clusters.cluster(Clusters.script(51), List.of(150, 100), (place, i) -> {
		})).violations()).isEmpty();
	}

	@Test
	void noWeightIsEnoughForPrioritiesFarApart() {
		assertThat(analyse(Clusters.cluster(Clusters.script(-5), List.of(254, 1), (place, i) -> {
		})).violations()).singleElement().satisfies(violation -> assertThat(violation.message()).endsWith("still above the 1 of nginx02; use weight 0"));
	}

	@Test
	void theOwnersPriorityDoesNotFall() {
		assertThat(analyse(Clusters.cluster(Clusters.script(-200), List.of(255, 100), (place, i) -> {
		})).violations()).singleElement().satisfies(violation -> assertThat(violation.message())
				.isEqualTo("nginx01 stays master when chk_nginx fails on nginx01: with priority 255 weights do not count"));
	}

	@Test
	void nopreemptAndAWeightNeverHandOver() {
		VirtualRouterReport report = analyse(Clusters.scenario(-5, (place, i) -> i.preempt(false)));
		assertThat(report.violations()).singleElement().satisfies(violation -> {
			assertThat(violation.kind()).isEqualTo(Kind.NO_HANDOVER);
			assertThat(violation.message()).isEqualTo("nginx01 stays master when chk_nginx fails on nginx01: its priority 96 is below the 100 of nginx02, "
					+ "but nginx02 has nopreempt and accepts every master that still sends adverts");
			assertThat(violation.origin()).isEqualTo(Clusters.NOPREEMPT_LINE);
		});
	}

	@Test
	void nopreemptKeepsARecoveredNodeFromTakingBack() {
		VirtualRouterReport report = analyse(Clusters.scenario(0, (place, i) -> i.preempt(false)));
		assertThat(report.violations()).isEmpty();
		assertThat(report.outcomes()).filteredOn(o -> o.fault().node().equals("nginx01")).hasSize(5).allSatisfy(outcome -> {
			assertThat(outcome.masterAfter()).isEqualTo("nginx02");
			assertThat(outcome.masterAfterRecovery()).isEqualTo("nginx02");
		});
	}

	@Test
	void instancesThatCannotRunAreLeftOut() {
		assertThat(FailoverAnalysis.analyse(Clusters.scenario(-5, (place, i) -> i.virtualRouterId(0))).routers()).isEmpty();
		assertThat(FailoverAnalysis.analyse(Clusters.scenario(-5, (place, i) -> i.advertInterval(Duration.ZERO))).routers()).isEmpty();
		assertThat(FailoverAnalysis.analyse(Clusters.cluster(List.of())).describe()).isEmpty();
	}
}
