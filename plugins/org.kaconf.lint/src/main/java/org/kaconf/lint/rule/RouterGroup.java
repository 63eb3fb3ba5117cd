package org.kaconf.lint.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;

/**
 * The instances on different nodes that are meant to be one virtual router.
 *
 * @param members at most one a node, in the order of the nodes; not empty
 */
public record RouterGroup(List<Member> members) {
	public RouterGroup {
		members = List.copyOf(members);
	}

	/** The name of the instances; of the first one when they differ. */
	public String name() {
		return members.getFirst().instance().name();
	}

	/** All names its instances have. */
	public Set<String> names() {
		return members.stream().map(member -> member.instance().name()).collect(Collectors.toSet());
	}

	public boolean isShared() {
		return members.size() > 1;
	}

	/** Highest priority first; of equal ones the order of the nodes. */
	public List<Member> byPriority() {
		return members.stream().sorted(Comparator.comparingInt(Member::healthyPriority).reversed()).toList();
	}

	public Optional<Member> on(String node) {
		return members.stream().filter(member -> member.node().name().equals(node)).findFirst();
	}

	Set<String> nodes() {
		return members.stream().map(member -> member.node().name()).collect(Collectors.toSet());
	}

	Set<IpAddress> virtualAddresses() {
		return members.stream().flatMap(member -> member.instance().virtualAddresses().stream()).map(VirtualAddress::address).collect(Collectors.toSet());
	}
}
