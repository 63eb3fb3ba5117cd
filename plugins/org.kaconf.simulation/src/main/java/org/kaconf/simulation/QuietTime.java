package org.kaconf.simulation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.kaconf.vrrp.machine.VirtualRouter;

/**
 * Finds out that nothing new happens. When all routers stand as they stood before, seen from now, with no advert on its way and no event from outside in
 * between, then all that follows repeats itself until the next event from outside, and whole periods of it can be left out.
 */
final class QuietTime {
	/** A moment with no advert on its way. @param routers seen from that moment */
	private record Moment(long at, List<VirtualRouter> routers) {
	}

	/** Adverts of several virtual routers may alternate within one period. */
	private static final int REMEMBERED = 8;

	private final Deque<Moment> moments = new ArrayDeque<>();

	/** Something happened that is not a mere repetition. */
	void disturbed() {
		moments.clear();
	}

	/**
	 * Remembers this moment and compares it to earlier ones.
	 *
	 * @param limit the next event from outside
	 * @return a number of whole periods, as a time, that end before the limit; 0 for none
	 */
	long skippable(long now, long limit, VirtualRouter[] routers) {
		List<VirtualRouter> seenFromNow = Arrays.stream(routers).map(router -> router.shifted(-now)).toList();
		for (Moment moment : moments) {
			long period = now - moment.at();
			if (period > 0 && moment.routers().equals(seenFromNow)) {
				return Math.max(0, (limit - 1 - now) / period * period);
			}
		}
		if (moments.size() == REMEMBERED) {
			moments.removeFirst();
		}
		moments.addLast(new Moment(now, seenFromNow));
		return 0;
	}
}
