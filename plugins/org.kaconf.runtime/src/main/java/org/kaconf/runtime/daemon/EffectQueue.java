package org.kaconf.runtime.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import org.kaconf.vrrp.machine.Effect;

/**
 * Effects that may wait until all adverts that are due are sent. When a node with hundreds of virtual routers takes over, setting and announcing
 * their addresses takes a while; the adverts, by which the other nodes know that somebody has taken over, must not wait for that.
 */
final class EffectQueue {
	/** Who carries an effect out when its turn has come. */
	interface Performer {
		void perform(Effect effect);
	}

	private record Pending(Performer performer, Effect effect) {
	}

	private final Deque<Pending> pending = new ArrayDeque<>();

	/** What the last one does already is not done twice: however often it is asked for, the queue does not grow. */
	void add(Performer performer, Effect effect) {
		Pending last = pending.peekLast();
		// The classes first: mostly they differ, and what a record gets to compare it costs milliseconds at its first use.
		if (last == null || last.performer != performer || last.effect.getClass() != effect.getClass() || !last.effect.equals(effect)) {
			pending.add(new Pending(performer, effect));
		}
	}

	boolean isEmpty() {
		return pending.isEmpty();
	}

	/** How many are waiting. */
	int size() {
		return pending.size();
	}

	/** Carries out the oldest. */
	void performNext() {
		Pending next = pending.poll();
		if (next != null) {
			next.performer.perform(next.effect);
		}
	}

	/** Carries out all. */
	void drain() {
		while (!pending.isEmpty()) {
			performNext();
		}
	}
}
