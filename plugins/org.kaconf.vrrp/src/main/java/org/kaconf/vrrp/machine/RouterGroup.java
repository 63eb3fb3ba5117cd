package org.kaconf.vrrp.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.SyncGroup;

/**
 * The members of a sync group on one node. Immutable; the rules are those of {@link GroupMachine}.
 *
 * @param state what the group was last moved to; {@link State#INITIALIZE} before that
 * @param members by the name of the instance, in the order of the configuration
 */
public record RouterGroup(SyncGroup configuration, State state, Map<String, VirtualRouter> members) {
	/**
	 * @param instance whose effect it is; {@code null} for the group's own
	 */
	public record MemberEffect(String instance, Effect effect) {
	}

	/** A group and what is to be done on the way to it. */
	public record GroupStep(RouterGroup group, List<MemberEffect> effects) {
		public GroupStep {
			effects = List.copyOf(effects);
		}
	}

	private interface Move {
		void on(GroupMachine group, List<RouterMachine> members, GroupMachine.Receiver effects);
	}

	public RouterGroup {
		members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
	}

	/** A group of routers, see {@link GroupMachine#GroupMachine(SyncGroup, List)}. */
	public static RouterGroup of(SyncGroup configuration, List<VirtualRouter> routers) {
		List<RouterMachine> machines = machines(routers);
		return of(new GroupMachine(configuration, machines), machines);
	}

	private static List<RouterMachine> machines(Iterable<VirtualRouter> routers) {
		List<RouterMachine> machines = new ArrayList<>();
		routers.forEach(router -> machines.add(new RouterMachine(router)));
		return machines;
	}

	private static RouterGroup of(GroupMachine group, List<RouterMachine> machines) {
		Map<String, VirtualRouter> members = new LinkedHashMap<>();
		machines.forEach(machine -> members.put(machine.instance().name(), machine.snapshot()));
		return new RouterGroup(group.configuration(), group.state(), members);
	}

	/** The same group with all deadlines later by this time. @param nanos may be negative */
	public RouterGroup shifted(long nanos) {
		Map<String, VirtualRouter> shifted = new LinkedHashMap<>(members);
		shifted.replaceAll((instance, router) -> router.shifted(nanos));
		return new RouterGroup(configuration, state, shifted);
	}

	/** When a timer of any member is due. */
	public long nextDeadline() {
		return members.values().stream().mapToLong(VirtualRouter::nextDeadline).min().orElse(Timing.NEVER);
	}

	/** Hands an event to one member and moves the others along. */
	public GroupStep step(String instance, Event event, long now) {
		int place = List.copyOf(members.keySet()).indexOf(instance);
		return step((group, machines, effects) -> group.handle(machines.get(place), event, now, effects));
	}

	/** Moves the members along that stand apart, after a group of running routers was put together. */
	public GroupStep settle(long now) {
		return step((group, machines, effects) -> group.settle(now, effects));
	}

	private GroupStep step(Move move) {
		List<RouterMachine> machines = machines(members.values());
		GroupMachine group = new GroupMachine(configuration, state, machines);
		List<MemberEffect> effects = new ArrayList<>();
		List<String> names = List.copyOf(members.keySet());
		move.on(group, machines, (member, effect) -> effects.add(new MemberEffect(member == GroupMachine.GROUP ? null : names.get(member), effect)));
		return new GroupStep(of(group, machines), effects);
	}
}
