package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.kaconf.model.Cluster;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.VirtualAddress;

/**
 * Finds out which instances of different nodes are meant to be one virtual router. What the protocol goes by, VRID and family on
 * one segment, comes first. Instances that are left alone by that are paired by what people go by: the name, else a virtual
 * address in common; that is how a wrong VRID is found.
 *
 * @param groups all instances of all nodes, each in one group
 * @param collisions pairs of instances with the same VRID on one segment that have nothing else in common
 */
public record RouterGroups(List<RouterGroup> groups, List<Collision> collisions) {
	/** Two different virtual routers that use one VRID on one segment. */
	public record Collision(Member first, Member second) {
	}

	/** What packets are told apart by. */
	private record Key(int virtualRouterId, Family family, String segment) {
	}

	public RouterGroups {
		groups = List.copyOf(groups);
		collisions = List.copyOf(collisions);
	}

	public static RouterGroups of(Cluster cluster) {
		return new Grouping().group(cluster);
	}

	/** Network of the interface where it is known, else its name. */
	private static String segment(Node node, Instance instance) {
		for (NodeAddress address : node.addresses()) {
			if (address.prefix().address().family() == instance.family() && Objects.equals(address.device(), instance.interfaceName())) {
				return network(address.prefix());
			}
		}
		return String.valueOf(instance.interfaceName());
	}

	private static String network(IpPrefix prefix) {
		byte[] bytes = prefix.address().bytes();
		for (int bit = prefix.length(); bit < bytes.length * 8; bit++) {
			bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
		}
		return IpAddress.of(bytes) + "/" + prefix.length();
	}

	private static final class Grouping {
		private final Map<Key, List<List<Member>>> byProtocol = new LinkedHashMap<>();
		private final List<Collision> collisions = new ArrayList<>();

		RouterGroups group(Cluster cluster) {
			for (Node node : cluster.nodes()) {
				for (Instance instance : node.instances()) {
					place(new Member(node, instance));
				}
			}
			List<RouterGroup> groups = new ArrayList<>();
			byProtocol.values().forEach(sameKey -> sameKey.forEach(members -> groups.add(new RouterGroup(members))));
			mergeLoners(groups, cluster.nodes().size());
			return new RouterGroups(groups, collisions);
		}

		private void place(Member member) {
			Instance instance = member.instance();
			Key key = new Key(instance.virtualRouterId(), instance.family(), segment(member.node(), instance));
			List<List<Member>> sameKey = byProtocol.computeIfAbsent(key, k -> new ArrayList<>());
			for (List<Member> members : sameKey) {
				boolean nodeIsFree = members.stream().noneMatch(other -> other.node().name().equals(member.node().name()));
				if (nodeIsFree && members.stream().anyMatch(other -> haveSomethingInCommon(other.instance(), instance))) {
					members.add(member);
					return;
				}
			}
			if (instance.virtualRouterId() > 0) {
				sameKey.stream().map(List::getFirst).filter(other -> !other.node().name().equals(member.node().name()))
						.forEach(other -> collisions.add(new Collision(other, member)));
			}
			sameKey.add(new ArrayList<>(List.of(member)));
		}

		private static boolean haveSomethingInCommon(Instance a, Instance b) {
			return a.name().equals(b.name()) || a.virtualAddresses().isEmpty() || b.virtualAddresses().isEmpty() || shareAddress(a, b);
		}

		private static boolean shareAddress(Instance a, Instance b) {
			return !Collections.disjoint(addresses(a), addresses(b));
		}

		private static List<IpAddress> addresses(Instance instance) {
			return instance.virtualAddresses().stream().map(VirtualAddress::address).toList();
		}

		/** Groups that have no node in common and bear one name, or one address, were meant to be one. */
		private static void mergeLoners(List<RouterGroup> groups, int nodes) {
			// One that is on all nodes has a node in common with every other.
			List<RouterGroup> partial = new ArrayList<>(groups.stream().filter(group -> group.members().size() < nodes).toList());
			for (int i = 0; i < partial.size(); i++) {
				for (int j = i + 1; j < partial.size(); j++) {
					RouterGroup a = partial.get(i);
					RouterGroup b = partial.get(j);
					if (Collections.disjoint(a.nodes(), b.nodes()) && (a.name().equals(b.name()) && sameFamily(a, b) || meet(a, b))) {
						List<Member> members = new ArrayList<>(a.members());
						members.addAll(b.members());
						RouterGroup merged = new RouterGroup(members);
						groups.set(groups.indexOf(a), merged);
						groups.remove(b);
						partial.set(i, merged);
						partial.remove(j);
						j = i;
					}
				}
			}
		}

		private static boolean sameFamily(RouterGroup a, RouterGroup b) {
			return a.members().getFirst().instance().family() == b.members().getFirst().instance().family();
		}

		private static boolean meet(RouterGroup a, RouterGroup b) {
			return !Collections.disjoint(a.virtualAddresses(), b.virtualAddresses());
		}
	}
}
