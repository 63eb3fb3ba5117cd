package org.kaconf.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.kaconf.model.Cluster;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

/** Virtual routers that differ in names and addresses are analysed once, and told of with their own names. */
class LikenessTest {
	/** Two nodes with as many routers as there are, all built alike but for what is changed. */
	private static Cluster cluster(int routers, int weight, BiConsumer<Integer, InstanceBuilder> change) {
		List<Node> nodes = new ArrayList<>();
		for (int n = 0; n < 2; n++) {
			List<Instance> instances = new ArrayList<>();
			for (int i = 1; i <= routers; i++) {
				InstanceBuilder instance = Instance.builder("VI_" + i).interfaceName("eth" + i).virtualRouterId(i).priority(101 - n).advertInterval(Duration.ofSeconds(1))
						.sourceAddress(IpAddress.of("10.1." + i + "." + (n + 1))).virtualAddresses(List.of(VirtualAddress.of("10.1." + i + ".100/24")))
						.trackedScripts(List.of(new TrackedScript("chk_nginx", weight, false, Origins.at(new Origin("a", i, 1, i, 9)).build())))
						.trackedInterfaces(List.of(new TrackedInterface("up" + i, 0, false, Origins.NONE)));
				change.accept(i, instance);
				instances.add(instance.build());
			}
			nodes.add(Clusters.node("nginx0" + (n + 1), List.of(Clusters.script(weight)), instances));
		}
		return Clusters.cluster(nodes);
	}

	private static Set<Component> likenesses(Cluster cluster) {
		Set<Component> different = new HashSet<>();
		Topology.components(cluster).forEach(c -> different.add(new Likeness(c).component()));
		return different;
	}

	@Test
	void routersThatAreBuiltAlikeHaveOneLikeness() {
		assertThat(likenesses(cluster(20, -5, (i, instance) -> {
		}))).hasSize(1);
	}

	@Test
	void whatMattersMakesADifference() {
		assertThat(likenesses(cluster(4, -5, (i, instance) -> {
			if (i == 2) {
				instance.advertInterval(Duration.ofSeconds(2));
			} else if (i == 3) {
				instance.trackedInterfaces(List.of());
			} else if (i == 4) {
				instance.virtualAddresses(List.of(VirtualAddress.of("10.1.4.100/24"), VirtualAddress.of("10.1.4.101/24")));
			}
		}))).hasSize(4);
	}

	@Test
	void eachIsToldAsIfItWereAlone() {
		BiConsumer<Integer, InstanceBuilder> none = (i, instance) -> {
		};
		List<VirtualRouterReport> together = FailoverAnalysis.analyse(cluster(3, -5, none)).routers();
		assertThat(together).hasSize(3);
		for (int i = 0; i < together.size(); i++) {
			ComponentAnalysis alone = ComponentAnalysis.of(Topology.components(cluster(3, -5, none)).get(i));
			assertThat(together.get(i)).isEqualTo(alone.reports().getFirst());
		}
		assertThat(together.get(2).outcomes()).extracting(FaultOutcome::describe).anyMatch(text -> text.startsWith("up3 on nginx01 goes down: nginx02 is master"));
		assertThat(together.toString()).doesNotContain("\u0001");
	}

	@Test
	void violationsNameTheirOwnLines() {
		List<VirtualRouterReport> routers = FailoverAnalysis.analyse(cluster(3, -1, (i, instance) -> {
		})).routers();
		assertThat(routers).allSatisfy(r -> assertThat(r.violations()).hasSize(1));
		assertThat(routers).allSatisfy(r -> assertThat(r.outcomes()).hasSameSizeAs(routers.getFirst().outcomes()));
		for (int i = 0; i < routers.size(); i++) {
			assertThat(routers.get(i).violations()).isEqualTo(ComponentAnalysis.of(Topology.components(cluster(3, -1, (n, instance) -> {
			})).get(i)).reports().getFirst().violations());
		}
	}

	@Test
	void whyTwoNodesAreDeafIsToldForEach() {
		BiConsumer<Integer, InstanceBuilder> otherVersions = (i, instance) -> instance.version(instance.build().priority() == 101 ? VrrpVersion.V3 : VrrpVersion.V2);
		List<VirtualRouterReport> alone = Topology.components(cluster(3, -5, otherVersions)).stream().flatMap(c -> ComponentAnalysis.of(c).reports().stream()).toList();
		assertThat(FailoverAnalysis.analyse(cluster(3, -5, otherVersions)).routers()).isEqualTo(alone)
				.allSatisfy(r -> assertThat(r.violations()).extracting(Violation::kind).containsExactly(Violation.Kind.TWO_MASTERS));
	}

	@Test
	void syncGroupsAreLikeEachOther() {
		Cluster cluster = cluster(4, 0, (i, instance) -> instance.syncGroup("G" + (i + 1) / 2));
		assertThat(likenesses(cluster)).hasSize(1);
		List<Component> components = Topology.components(cluster);
		List<VirtualRouterReport> alone = components.stream().flatMap(c -> ComponentAnalysis.of(c).reports().stream()).toList();
		assertThat(FailoverAnalysis.analyse(cluster).routers()).isEqualTo(alone);
	}

	@Test
	void whatIsRememberedIsToldOfTheTextAsItIsNow() {
		Proofs proofs = new Proofs();
		FailoverAnalysis.analyse(cluster(3, -1, (i, instance) -> {
		}), proofs);
		BiConsumer<Integer, InstanceBuilder> moved = (i, instance) -> instance.name("other" + i)
				.trackedScripts(List.of(new TrackedScript("chk_nginx", -1, false, Origins.at(new Origin("a", 10 + i, 1, 10 + i, 9)).build())));
		assertThat(FailoverAnalysis.analyse(cluster(2, -1, moved), proofs)).isEqualTo(FailoverAnalysis.analyse(cluster(2, -1, moved)));
		BiConsumer<Integer, InstanceBuilder> other = (i, instance) -> instance.trackedScripts(List.of());
		assertThat(FailoverAnalysis.analyse(cluster(2, -1, other), proofs)).isEqualTo(FailoverAnalysis.analyse(cluster(2, -1, other)));
	}
}
