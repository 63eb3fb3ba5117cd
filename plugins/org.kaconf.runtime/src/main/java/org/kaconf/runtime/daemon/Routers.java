package org.kaconf.runtime.daemon;

import java.util.List;
import java.util.function.Predicate;
import org.kaconf.model.Instance;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.machine.Tracker;

/** The virtual routers of this node: their deadlines, and which of them an event is for. Belongs to the loop's thread. */
final class Routers {
	private Router[] all = {};
	/** The deadline of the last takeover that was gone through just before it. */
	private long rehearsedFor = Timing.NEVER;

	void set(List<Router> routers) {
		all = routers.toArray(Router[]::new);
	}

	List<Router> all() {
		return List.of(all);
	}

	/** Whether any router's instance is such. */
	boolean any(Predicate<Instance> condition) {
		for (Router router : all) {
			if (condition.test(router.instance())) {
				return true;
			}
		}
		return false;
	}

	/** Hands an event to every router. */
	void handle(Event event, long now) {
		handle(event, instance -> true, now);
	}

	/** Hands an event to those whose instance is such. */
	void handle(Event event, Predicate<Instance> condition, long now) {
		for (Router router : all) {
			if (condition.test(router.instance())) {
				router.handle(event, now);
			}
		}
	}

	/** Tells those who track a thing that it is good or bad now. */
	void track(Tracker tracker, boolean good, long now) {
		tell(tracker, new Event.Track(tracker, good), now);
	}

	/** Hands an event to those who track a thing. */
	void tell(Tracker tracker, Event event, long now) {
		handle(event, instance -> Trackers.of(instance).contains(tracker), now);
	}

	/** See {@link Router#restore}. */
	void restore(LinkAddress removed) {
		for (Router router : all) {
			router.restore(removed);
		}
	}

	/** See {@link Router#restoreRouting}. */
	void restoreRouting() {
		for (Router router : all) {
			router.restoreRouting();
		}
	}

	/** See {@link Router#rehearse}. @param turn counts up: each router has its turn */
	void rehearse(int turn) {
		if (all.length > 0) {
			all[turn % all.length].rehearse();
		}
	}

	/** When the next timer is due. */
	long next() {
		long next = Timing.NEVER;
		for (Router router : all) {
			next = Math.min(next, router.nextDeadline());
		}
		return next;
	}

	/** When the thread should be awake for the next timer. */
	long wakeUp() {
		long first = Timing.NEVER;
		for (Router router : all) {
			first = Math.min(first, router.wakeUp());
		}
		return first;
	}

	/** Does what is due, and uses the time before a takeover to go through it once more. */
	void due(long now) {
		Router approaching = null;
		for (Router router : all) {
			if (router.nextDeadline() <= now) {
				router.handle(Event.TIMER, now);
			} else if (router.wakeUp() <= now) {
				approaching = router;
			}
		}
		if (approaching != null && approaching.nextDeadline() != rehearsedFor) {
			rehearsedFor = approaching.nextDeadline();
			approaching.rehearse();
		}
	}
}
