package org.kaconf.vrrp.machine;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.InstanceBuilder;
import org.kaconf.model.SyncGroup;
import org.kaconf.vrrp.machine.Effect.Log;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.NotifyLowerPriority;

/**
 * The members of a sync group, which change state together as in keepalived, in place: {@link RouterGroup#step} is a pure view of it. A member becomes
 * master only when the master of every other member is down, too; when one becomes backup or fails, all do; none leaves the fault before all are well. An
 * event that changes no member's state allocates nothing here. Not thread-safe.
 */
public final class GroupMachine {
	/** Takes what is to be done. */
	public interface Receiver {
		/** @param member whose effect it is: its place in the list of members; {@link #GROUP} for the group's own */
		void take(int member, Effect effect);
	}

	/** Stands for the group itself. */
	public static final int GROUP = -1;

	/** What keepalived hands to the notify scripts of a group. */
	private static final int NO_PRIORITY = 0;

	private final class Member {
		private final int place;
		private final RouterMachine router;
		/** Made once, so that handing over an effect makes no garbage. */
		private final Consumer<Effect> effects = this::take;

		Member(int place, RouterMachine router) {
			this.place = place;
			this.router = router;
		}

		void handle(Event event) {
			router.handle(event, now, effects);
		}

		private void take(Effect effect) {
			heardLowerPriority |= effect instanceof NotifyLowerPriority;
			receiver.take(place, effect);
		}
	}

	private final SyncGroup configuration;
	private final Member[] members;
	private State state;
	private Health health;
	private long now;
	private Receiver receiver;
	private boolean heardLowerPriority;

	/**
	 * @param routers the members, in the order of the configuration. Those that run keep their configuration until they are handed another by
	 *        {@link Event.Reconfigured}
	 */
	public GroupMachine(SyncGroup configuration, List<RouterMachine> routers) {
		this(configuration, stateOf(routers), routers);
		for (Member member : members) {
			if (!member.router.started()) {
				member.router.handle(asMember(member.router.instance()), 0, effect -> {
				});
			}
		}
		health = worstHealth();
	}

	GroupMachine(SyncGroup configuration, State state, List<RouterMachine> routers) {
		this.configuration = configuration;
		this.state = state;
		members = IntStream.range(0, routers.size()).mapToObj(i -> new Member(i, routers.get(i))).toArray(Member[]::new);
		health = worstHealth();
	}

	/** How a group stands whose members may be running: master when all are. */
	private static State stateOf(List<RouterMachine> routers) {
		if (routers.stream().noneMatch(RouterMachine::started)) {
			return State.INITIALIZE;
		}
		if (routers.stream().anyMatch(r -> r.state() == State.FAULT)) {
			return State.FAULT;
		}
		return routers.stream().allMatch(r -> r.state() == State.MASTER) ? State.MASTER : State.BACKUP;
	}

	/** The same group of copies of its members, or of some of them. @param routers the copies, in the order that the effects' numbers go by */
	public GroupMachine of(List<RouterMachine> routers) {
		return new GroupMachine(configuration, state, routers);
	}

	public SyncGroup configuration() {
		return configuration;
	}

	/** What the group was last moved to; {@link State#INITIALIZE} before that. */
	public State state() {
		return state;
	}

	/**
	 * Hands an event to one member and moves the others along.
	 *
	 * @param router one of the members
	 * @param time nanoseconds, never less than before
	 * @param effects takes what is to be done, in order, while the event is handled; it must not hand in another event
	 */
	public void handle(RouterMachine router, Event event, long time, Receiver effects) {
		now = time;
		receiver = effects;
		heardLowerPriority = false;
		Member member = member(router);
		if (event instanceof Event.Start && state == State.INITIALIZE) {
			start(member);
		}
		State before = member.router.state();
		boolean ran = member.router.started();
		member.handle(forMember(member, event));
		if (ran && !member.router.started()) {
			stopped();
			return;
		}
		if (!(event instanceof Event.Timer || event instanceof Event.AdvertReceived)) {
			spreadHealth(member);
		}
		follow(member, before);
		if (heardLowerPriority) {
			heardLowerPriority = false;
			tellOthers(member, new Event.GroupHeardLowerPriority());
		}
	}

	private Member member(RouterMachine router) {
		for (Member member : members) {
			if (member.router == router) {
				return member;
			}
		}
		throw new IllegalArgumentException(router.instance().name() + " is no member of sync group " + configuration.name());
	}

	private Event forMember(Member member, Event event) {
		if (event instanceof Event.Timer && member.router.isDueToTakeOver(now) && !mayTakeOver(member)) {
			return new Event.GroupHolds();
		}
		return event instanceof Event.Reconfigured reconfigured ? asMember(reconfigured.instance()) : event;
	}

	private boolean mayTakeOver(Member candidate) {
		if (state == State.MASTER) {
			return true;
		}
		for (Member member : members) {
			if (member != candidate && member.router.state() != State.MASTER && !member.router.wantsMaster()) {
				return false;
			}
		}
		return true;
	}

	/** An owner among others does not begin as master. */
	private Event.Reconfigured asMember(Instance instance) {
		boolean allOwners = true;
		for (Member member : members) {
			allOwners &= member.router.instance().priority() == Instance.OWNER;
		}
		Instance asMember = allOwners || instance.initialState() == InitialState.BACKUP ? instance
				: InstanceBuilder.from(instance).initialState(InitialState.BACKUP).build();
		return new Event.Reconfigured(asMember);
	}

	/**
	 * Moves the members along that stand apart, after a group of running routers was put together.
	 *
	 * @param effects as in {@link #handle}
	 */
	public void settle(long time, Receiver effects) {
		now = time;
		receiver = effects;
		for (Member member : members) {
			member.handle(new Event.GroupHealth(health));
		}
		for (Member member : members) {
			if (state == State.BACKUP) {
				member.handle(new Event.GroupMoved(State.BACKUP));
			}
		}
	}

	/** What the members know before they start decides how the group does. */
	private void start(Member first) {
		health = worstHealth();
		for (Member member : members) {
			member.handle(new Event.GroupHealth(health));
		}
		if (health == Health.FAULTY) {
			state = State.FAULT;
			log("VRRP_Group(" + configuration.name() + "): Syncing " + first.router.instance().name() + " to FAULT state");
		} else if (health == Health.WELL && !first.router.isOwner()) {
			state = State.BACKUP;
		}
		if (state != State.INITIALIZE) {
			notifyState();
		}
	}

	private void spreadHealth(Member first) {
		Health now = worstHealth();
		if (now == health) {
			return;
		}
		health = now;
		first.handle(new Event.GroupHealth(health));
		State after = first.router.state();
		boolean moved = (after == State.FAULT || after == State.BACKUP) && enter(after);
		tellOthers(first, new Event.GroupHealth(health));
		if (moved) {
			notifyState();
		}
	}

	private Health worstHealth() {
		Health worst = Health.WELL;
		for (Member member : members) {
			worst = worst.and(member.router.ownHealth());
		}
		return worst;
	}

	private void follow(Member member, State before) {
		State after = member.router.state();
		boolean moves = after != before && (after == State.MASTER || after == State.BACKUP && before == State.MASTER);
		if (moves && enter(after)) {
			tellOthers(member, new Event.GroupMoved(after));
			notifyState();
		}
	}

	private void stopped() {
		for (Member member : members) {
			if (member.router.started()) {
				return;
			}
		}
		state = State.INITIALIZE;
		notifyState();
	}

	private void tellOthers(Member member, Event event) {
		for (Member other : members) {
			if (other != member) {
				other.handle(event);
			}
		}
	}

	/** @return whether it was not there before */
	private boolean enter(State target) {
		if (state == target) {
			return false;
		}
		state = target;
		log("VRRP_Group(" + configuration.name() + ") Syncing instances to " + target + " state");
		return true;
	}

	private void log(String text) {
		receiver.take(GROUP, new Log(LogLevel.INFO, text));
	}

	private void notifyState() {
		receiver.take(GROUP, new Notify(state, NO_PRIORITY));
	}
}
