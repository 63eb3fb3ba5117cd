package org.kaconf.runtime.daemon;

import java.util.List;
import java.util.stream.Stream;
import org.kaconf.model.SyncGroup;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.notify.Happening;
import org.kaconf.runtime.notify.Notifications;
import org.kaconf.runtime.notify.Subject;
import org.kaconf.vrrp.machine.Effect;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.GroupMachine;
import org.kaconf.vrrp.machine.RouterMachine;
import org.kaconf.vrrp.machine.Timing;

/** The virtual routers of a sync group, which change state together. Belongs to the loop's thread. */
final class Group implements EffectQueue.Performer {
	private final List<Router> routers;
	private final Notifications notifications;
	private final Log log;
	private final EffectQueue effects;
	private final GroupMachine machine;
	/** Made once, so that handing over an effect makes no garbage. */
	private final GroupMachine.Receiver receiver = this::take;

	Group(SyncGroup configuration, List<Router> members, Notifications notifications, Log log, EffectQueue effects) {
		routers = List.copyOf(members);
		this.notifications = notifications;
		this.log = log;
		this.effects = effects;
		routers.forEach(member -> member.join(this));
		machine = new GroupMachine(configuration, routers.stream().map(Router::machine).toList());
	}

	/** Whether it is this very group. */
	boolean is(SyncGroup other, List<Router> members) {
		return machine.configuration().equals(other) && members.equals(routers);
	}

	/** Moves members along that stand apart, after a group of running routers was put together. */
	void settle(long now) {
		machine.settle(now, receiver);
	}

	void handle(Router router, Event event, long now) {
		machine.handle(router.machine(), event, now, receiver);
	}

	/**
	 * A member goes through a takeover together with the next one, see {@link Router#rehearse}: the second finds that the first only waits for it, and takes it along. More members would run
	 * the same code more often, in the time before a real takeover.
	 */
	void rehearse(Router member) {
		List<Router> some = Stream.of(routers.get((routers.indexOf(member) + 1) % routers.size()), member).distinct().toList();
		List<RouterMachine> copies = some.stream().map(router -> new RouterMachine(router.state())).toList();
		long last = copies.stream().mapToLong(RouterMachine::nextDeadline).filter(deadline -> deadline != Timing.NEVER).max().orElse(Timing.NEVER);
		GroupMachine copy = machine.of(copies);
		GroupMachine.Receiver members = (place, effect) -> {
			if (place != GroupMachine.GROUP) {
				some.get(place).take(effect);
			}
		};
		some.forEach(router -> router.setRehearsing(true));
		try {
			copies.forEach(router -> copy.handle(router, Event.TIMER, last, members));
		} finally {
			some.forEach(router -> router.setRehearsing(false));
		}
	}

	private void take(int member, Effect effect) {
		if (member != GroupMachine.GROUP) {
			routers.get(member).take(effect);
		} else if (effect instanceof Effect.Log line) {
			log.info(line.text());
		} else {
			// In its place among the notifications of the members.
			effects.add(this, effect);
		}
	}

	@Override
	public void perform(Effect effect) {
		if (effect instanceof Notify notify) {
			notifications.tell(Subject.of(machine.configuration()), Happening.of(notify.newState()), notify.priority());
		}
	}
}
