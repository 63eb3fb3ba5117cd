package org.kaconf.vrrp.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.vrrp.machine.Effect.Log;

/**
 * The members of a sync group on one node, which change state together as in keepalived: a member becomes master only when the master of every other
 * member is down, too; when one becomes backup or fails, all do. Immutable.
 *
 * @param state what the group was last moved to; {@link State#INITIALIZE} before that
 * @param members by the name of the instance, in the order of the configuration
 */
public record RouterGroup(String name, State state, Map<String, VirtualRouter> members) {
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

	private record Pending(String instance, Event event) {
	}

	public RouterGroup {
		members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
	}

	/** A group of routers, which may have started; then {@link #settle} moves along those that stand apart. */
	public static RouterGroup of(String name, List<VirtualRouter> routers) {
		Map<String, VirtualRouter> members = new LinkedHashMap<>();
		routers.forEach(router -> members.put(router.instance().name(), router));
		return new RouterGroup(name, commonState(routers), members);
	}

	/** As keepalived puts a group together at a reload: a fault is every member's, and the group is master only when all are. */
	private static State commonState(List<VirtualRouter> routers) {
		if (routers.stream().noneMatch(VirtualRouter::started)) {
			return State.INITIALIZE;
		}
		if (routers.stream().anyMatch(router -> router.state() == State.FAULT)) {
			return State.FAULT;
		}
		return routers.stream().allMatch(router -> router.state() == State.MASTER) ? State.MASTER : State.BACKUP;
	}

	/** Moves the members along that are not in the group's state. */
	public GroupStep settle(long now) {
		return new Move(this, now).settle();
	}

	/** The same group with all deadlines later by this time. @param nanos may be negative */
	public RouterGroup shifted(long nanos) {
		Map<String, VirtualRouter> shifted = new LinkedHashMap<>(members);
		shifted.replaceAll((instance, router) -> router.shifted(nanos));
		return new RouterGroup(name, state, shifted);
	}

	/** When a timer of any member is due. */
	public long nextDeadline() {
		return members.values().stream().mapToLong(VirtualRouter::nextDeadline).min().orElse(Timing.NEVER);
	}

	/** Hands an event to one member and moves the others along. */
	public GroupStep step(String instance, Event event, long now) {
		return new Move(this, now).run(instance, event);
	}

	/** One step in the making. */
	private static final class Move {
		private final String name;
		private final long now;
		private final Map<String, VirtualRouter> members;
		private final List<MemberEffect> effects = new ArrayList<>();
		private final Deque<Pending> pending = new ArrayDeque<>();
		private State state;

		Move(RouterGroup group, long now) {
			name = group.name();
			members = new LinkedHashMap<>(group.members());
			state = group.state();
			this.now = now;
		}

		GroupStep run(String instance, Event event) {
			pending.add(new Pending(instance, event));
			applyPending();
			if (state == State.FAULT && members.values().stream().allMatch(VirtualRouter::healthy)) {
				moveTo(State.BACKUP);
				applyPending();
			}
			return new GroupStep(new RouterGroup(name, state, members), effects);
		}

		GroupStep settle() {
			if (state != State.INITIALIZE) {
				members.forEach((instance, router) -> {
					if (router.started() && router.state() != state && router.state() != State.INITIALIZE) {
						pending.add(new Pending(instance, new Event.GroupMoved(state)));
					}
				});
				applyPending();
			}
			return new GroupStep(new RouterGroup(name, state, members), effects);
		}

		private void applyPending() {
			while (!pending.isEmpty()) {
				Pending next = pending.remove();
				apply(next.instance(), next.event());
			}
		}

		private void apply(String instance, Event event) {
			VirtualRouter before = members.get(instance);
			Step step = VirtualRouter.step(before, mayTakeOver(before, event) ? event : new Event.GroupHolds(), now);
			members.put(instance, step.state());
			step.effects().forEach(effect -> effects.add(new MemberEffect(instance, effect)));
			if (!(event instanceof Event.GroupMoved)) {
				follow(instance, before.state(), step.state().state());
			}
		}

		private boolean mayTakeOver(VirtualRouter router, Event event) {
			boolean takesOver = event instanceof Event.Timer && router.state() == State.BACKUP && router.deadline() <= now;
			return !takesOver || members.values().stream().allMatch(m -> m == router || m.state() == State.MASTER || m.wantsMaster());
		}

		private void follow(String instance, State before, State after) {
			if (after == before || after == State.INITIALIZE) {
				return;
			}
			if (after == State.BACKUP && state == State.FAULT) {
				pending.add(new Pending(instance, new Event.GroupMoved(State.FAULT)));
				return;
			}
			moveTo(after);
		}

		private void moveTo(State target) {
			if (state != target) {
				state = target;
				effects.add(new MemberEffect(null, new Log(LogLevel.INFO, "VRRP_Group(" + name + ") Syncing instances to " + target + " state")));
			}
			members.keySet().forEach(member -> pending.add(new Pending(member, new Event.GroupMoved(target))));
		}
	}
}
