package org.kaconf.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.kaconf.model.Authentication;
import org.kaconf.model.Cluster;
import org.kaconf.model.Family;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;

/** Right configurations at random: what one may write, all nodes alike where they have to be. */
final class RandomCluster {
	private static final int MOST_NODES = 7;

	private final Random random;
	private final int size;
	private final VrrpVersion version;
	private final Family family;
	private final long intervalMillis;
	private final boolean grouped;
	private final boolean unicast;
	/** {@code null} for none. */
	private final Script script;
	/** Place of the node that owns the addresses; -1 for none. */
	private final int owner;

	RandomCluster(Random random) {
		this.random = random;
		size = 2 + random.nextInt(MOST_NODES - 1);
		version = random.nextBoolean() ? VrrpVersion.V2 : VrrpVersion.V3;
		family = version == VrrpVersion.V3 && random.nextInt(3) == 0 ? Family.IPV6 : Family.IPV4;
		intervalMillis = version == VrrpVersion.V2 ? 1000L * (1 + random.nextInt(3)) : 100L * (1 + random.nextInt(20));
		grouped = random.nextInt(3) == 0;
		unicast = random.nextInt(4) == 0;
		script = random.nextBoolean() ? Clusters.script(grouped ? 0 : random.nextInt(121) - 60) : null;
		owner = random.nextInt(6) == 0 ? random.nextInt(size) : -1;
	}

	Cluster cluster() {
		List<Integer> priorities = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			priorities.add(i == owner ? Instance.OWNER : random.nextInt(8) == 0 ? 100 : 1 + random.nextInt(254));
		}
		Cluster cluster = Clusters.cluster(script, priorities, this::configure);
		return grouped ? Clusters.cluster(cluster.nodes().stream().map(this::withSecondRouter).toList()) : cluster;
	}

	private void configure(int place, InstanceBuilder instance) {
		instance.initialState(place == owner ? InitialState.MASTER : InitialState.BACKUP).syncGroup(grouped ? "G1" : null).version(version)
				.advertInterval(Duration.ofMillis(intervalMillis)).preempt(random.nextInt(4) != 0)
				.preemptDelay(random.nextInt(6) == 0 ? Duration.ofSeconds(random.nextInt(5)) : Duration.ZERO)
				.lowerPriorityNoAdvert(random.nextInt(8) == 0).higherPrioritySendAdvert(random.nextInt(8) == 0);
		if (version == VrrpVersion.V3) {
			instance.authentication(Authentication.NONE);
		}
		place(instance, place, 0);
	}

	/** The addresses of a node on one of its interfaces. */
	private void place(InstanceBuilder instance, int node, int side) {
		instance.family(family).sourceAddress(address(node, side)).virtualAddresses(List.of(VirtualAddress.of(virtual(side))));
		if (family == Family.IPV6) {
			instance.multicastGroup(Instance.MULTICAST_IPV6);
		}
		if (unicast) {
			List<UnicastPeer> peers = new ArrayList<>();
			for (int peer = 0; peer < size; peer++) {
				if (peer != node) {
					peers.add(new UnicastPeer(address(peer, side), null, null, null));
				}
			}
			instance.unicastPeers(peers);
		}
	}

	private IpAddress address(int node, int side) {
		return IpAddress.of(family == Family.IPV6 ? "fe80::" + side + ":" + (10 + node) : "172.29." + (88 + side) + "." + (10 + node));
	}

	private String virtual(int side) {
		return family == Family.IPV6 ? "fe80::" + side + ":1/64" : "172.29." + (88 + side) + ".222/24";
	}

	/** The inner side of the node, on another interface. */
	private Node withSecondRouter(Node node) {
		Instance outer = node.instances().getFirst();
		int number = Integer.parseInt(node.name().substring(node.name().length() - 1)) - 1;
		InstanceBuilder inner = Instance.builder("VI_2").interfaceName("eth1").virtualRouterId(52).initialState(outer.initialState())
				.priority(outer.priority()).version(version).advertInterval(outer.advertInterval()).authentication(outer.authentication())
				.preempt(outer.preempt()).preemptDelay(outer.preemptDelay()).syncGroup(outer.syncGroup());
		place(inner, number, 1);
		return Clusters.node(node.name(), node.scripts(), List.of(outer, inner.build()));
	}
}
