package org.kaconf.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kaconf.model.Cluster;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Node;
import org.kaconf.model.UnicastPeer;
import org.kaconf.model.VirtualAddress;

/**
 * Which instances of which nodes are meant to be one virtual router, and which of them can hear each other. The two differ when the configuration is wrong:
 * nodes that share an address but not the virtual router id are meant to belong together and cannot hear each other.
 */
final class Topology {
	/** From here on keepalived only logs adverts with other virtual addresses. */
	private static final KeepalivedVersion ACCEPTS_OTHER_ADDRESSES = new KeepalivedVersion(2, 3, 3);
	/** Last bytes of the addresses that stand in for unknown ones. */
	private static final IpAddress FIRST_ASSUMED_IPV4 = IpAddress.of("169.254.255.1");
	private static final IpAddress FIRST_ASSUMED_IPV6 = IpAddress.of("fe80::ffff:0:1");

	private Topology() {
	}

	/** The parts of a cluster that have nothing to do with each other, in the order of the configuration. */
	static List<Component> components(Cluster cluster) {
		List<Participant> all = participants(cluster);
		int[] router = new Partition(all.size()).join(sharing(all, Topology::addresses), (a, b) -> areOneRouter(all.get(a), all.get(b)))
				.join(sharing(all, Topology::routerId), (a, b) -> areOneRouter(all.get(a), all.get(b))).parts();
		int[] part = new Partition(all.size()).join(places(router).values(), (a, b) -> true)
				.join(sharing(all, Topology::groups), (a, b) -> moveTogether(all.get(a), all.get(b))).parts();
		boolean dropsOtherAddresses = !cluster.keepalivedVersion().isAtLeast(ACCEPTS_OTHER_ADDRESSES);
		return places(part).values().stream().map(members -> component(all, router, members, dropsOtherAddresses)).toList();
	}

	private static Component component(List<Participant> all, int[] router, List<Integer> places, boolean dropsOtherAddresses) {
		List<Participant> members = places.stream().map(all::get).toList();
		Map<Integer, List<Integer>> routers = new LinkedHashMap<>();
		List<List<Integer>> hearers = new ArrayList<>();
		for (int i = 0; i < members.size(); i++) {
			Participant sender = members.get(i);
			routers.computeIfAbsent(router[places.get(i)], r -> new ArrayList<>()).add(i);
			hearers.add(IntStream.range(0, members.size()).filter(j -> members.get(j) != sender && hears(sender, members.get(j))).boxed().toList());
		}
		return new Component(members, List.copyOf(routers.values()), hearers, dropsOtherAddresses);
	}

	/** The places of each value, in the order of their first. */
	private static Map<Integer, List<Integer>> places(int[] values) {
		Map<Integer, List<Integer>> places = new LinkedHashMap<>();
		for (int i = 0; i < values.length; i++) {
			places.computeIfAbsent(values[i], v -> new ArrayList<>()).add(i);
		}
		return places;
	}

	/** The places of participants that have a key in common: only those need be compared. */
	private static Collection<List<Integer>> sharing(List<Participant> all, Function<Participant, List<?>> keys) {
		Map<Object, List<Integer>> places = new LinkedHashMap<>();
		for (int i = 0; i < all.size(); i++) {
			for (Object key : keys.apply(all.get(i))) {
				places.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
			}
		}
		return places.values();
	}

	private static List<?> addresses(Participant participant) {
		return participant.instance().virtualAddresses().stream().map(VirtualAddress::address).toList();
	}

	private static List<?> routerId(Participant participant) {
		return List.of(List.of(participant.instance().family(), participant.instance().virtualRouterId()));
	}

	private static List<?> groups(Participant participant) {
		String group = participant.instance().syncGroup();
		return group == null ? List.of() : List.of(List.of(participant.node().name(), group));
	}

	private static List<Participant> participants(Cluster cluster) {
		List<Participant> all = new ArrayList<>();
		Set<IpAddress> known = knownAddresses(cluster);
		Map<Integer, List<ListedPeer>> listed = listedPeers(cluster);
		for (Node node : cluster.nodes()) {
			for (Instance instance : node.instances()) {
				if (Participant.isRunnable(instance)) {
					IpAddress address = Participant.knownAddress(node, instance).orElseGet(() -> assume(cluster, node, instance, listed, known));
					all.add(new Participant(node, Participant.asRun(node, instance), address));
				}
			}
		}
		return all;
	}

	private static Set<IpAddress> knownAddresses(Cluster cluster) {
		return cluster.nodes().stream().flatMap(n -> n.instances().stream().map(i -> Participant.knownAddress(n, i))).flatMap(Optional::stream)
				.collect(Collectors.toCollection(HashSet::new));
	}

	/** A peer of a virtual router id, with the node that lists it. */
	private record ListedPeer(Node node, IpAddress address) {
	}

	private static Map<Integer, List<ListedPeer>> listedPeers(Cluster cluster) {
		Map<Integer, List<ListedPeer>> listed = new HashMap<>();
		for (Node node : cluster.nodes()) {
			for (Instance instance : node.instances()) {
				peers(instance).forEach(address -> listed.computeIfAbsent(instance.virtualRouterId(), v -> new ArrayList<>()).add(new ListedPeer(node, address)));
			}
		}
		return listed;
	}

	/** An address that the other nodes list as a peer and nobody else has; failing that, one that grows with the place in the cluster. */
	private static IpAddress assume(Cluster cluster, Node node, Instance instance, Map<Integer, List<ListedPeer>> peersOfRouters, Set<IpAddress> taken) {
		List<IpAddress> own = peers(instance);
		Optional<IpAddress> listed = peersOfRouters.getOrDefault(instance.virtualRouterId(), List.of()).stream().filter(p -> p.node() != node)
				.map(ListedPeer::address).filter(a -> a.family() == instance.family() && !own.contains(a) && !taken.contains(a)).findFirst();
		if (listed.isPresent()) {
			taken.add(listed.get());
			return listed.get();
		}
		IpAddress first = instance.family() == Family.IPV4 ? FIRST_ASSUMED_IPV4 : FIRST_ASSUMED_IPV6;
		return new IpAddress(first.family(), first.high(), first.low() + cluster.nodes().indexOf(node));
	}

	private static List<IpAddress> peers(Instance instance) {
		return instance.unicastPeers().stream().map(UnicastPeer::address).toList();
	}

	/**
	 * Whether two instances are meant to be one virtual router: they share a virtual address, or the virtual router id and a name of instance or interface.
	 * Instances of one node never are.
	 */
	private static boolean areOneRouter(Participant a, Participant b) {
		if (a.node() == b.node() || a.instance().family() != b.instance().family()) {
			return false;
		}
		if (shareAddress(a.instance(), b.instance())) {
			return true;
		}
		return a.instance().virtualRouterId() == b.instance().virtualRouterId()
				&& (a.instance().name().equals(b.instance().name()) || sameInterfaceName(a, b)) && mayBeOnOneSegment(a, b);
	}

	private static boolean moveTogether(Participant a, Participant b) {
		return a.node() == b.node() && a.instance().syncGroup() != null && b.isMemberOf(a.instance().syncGroup());
	}

	/** Whether an advert that the sender sends reaches the receiver's socket and is for its virtual router. */
	static boolean hears(Participant sender, Participant receiver) {
		if (sender.node() == receiver.node() || sender.instance().family() != receiver.instance().family()
				|| sender.instance().virtualRouterId() != receiver.instance().virtualRouterId()) {
			return false;
		}
		if (sender.instance().isUnicast()) {
			return peers(sender.instance()).contains(receiver.address());
		}
		return mayBeOnOneSegment(sender, receiver)
				&& (receiver.instance().isUnicast() || sender.instance().multicastGroup().equals(receiver.instance().multicastGroup()));
	}

	/** A shared address needs a shared segment; else the networks say, and when they are not known the names of the interfaces. */
	private static boolean mayBeOnOneSegment(Participant a, Participant b) {
		if (shareAddress(a.instance(), b.instance())) {
			return true;
		}
		Optional<IpPrefix> one = a.network();
		Optional<IpPrefix> other = b.network();
		return one.isPresent() && other.isPresent() ? sameNetwork(one.get(), other.get()) : sameInterfaceName(a, b);
	}

	private static boolean sameInterfaceName(Participant a, Participant b) {
		return Objects.equals(a.instance().interfaceName(), b.instance().interfaceName());
	}

	private static boolean sameNetwork(IpPrefix a, IpPrefix b) {
		int shared = Math.min(a.length(), b.length());
		byte[] one = a.address().bytes();
		byte[] other = b.address().bytes();
		for (int bit = 0; bit < shared; bit++) {
			if (((one[bit / 8] ^ other[bit / 8]) >> 7 - bit % 8 & 1) != 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean shareAddress(Instance a, Instance b) {
		Set<IpAddress> addresses = a.virtualAddresses().stream().map(VirtualAddress::address).collect(Collectors.toSet());
		return b.virtualAddresses().stream().anyMatch(v -> addresses.contains(v.address()));
	}
}
