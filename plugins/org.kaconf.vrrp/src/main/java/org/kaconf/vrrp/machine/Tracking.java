package org.kaconf.vrrp.machine;

import java.util.Map;
import org.kaconf.model.Instance;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;

/** What the tracked things make of an instance: its effective priority and whether it can take part at all. */
final class Tracking {
	/** Whether an instance can take part. */
	enum Health {
		/** Yes. */
		WELL,
		/** Not known before the first result of a script with weight 0. */
		UNKNOWN,
		/** No: something with weight 0 has failed. */
		FAULTY
	}

	private static final int HIGHEST = Instance.OWNER - 1;

	private Tracking() {
	}

	/**
	 * The configured priority and the weights that apply, within 1..254. The owner's is always 255. Weights of the members of a sync group do not count, as
	 * in keepalived without sync_group_tracking_weight.
	 */
	static int effectivePriority(Instance instance, int basePriority, Map<Tracker, Boolean> known) {
		if (basePriority == Instance.OWNER) {
			return Instance.OWNER;
		}
		if (instance.syncGroup() != null) {
			return basePriority;
		}
		int total = basePriority;
		for (TrackedScript script : instance.trackedScripts()) {
			Boolean good = known.get(Tracker.script(script.script()));
			total += good == null ? 0 : contribution(script.weight(), script.reverse(), good);
		}
		for (TrackedInterface tracked : instance.trackedInterfaces()) {
			boolean up = known.getOrDefault(Tracker.networkInterface(tracked.name()), true);
			total += contribution(tracked.weight(), tracked.reverse(), up);
		}
		return Math.clamp(total, 1, HIGHEST);
	}

	/** A positive weight counts while the thing is good, a negative one while it is bad; reverse turns the sign. */
	private static int contribution(int weight, boolean reverse, boolean good) {
		int counted = good ? Math.max(weight, 0) : Math.min(weight, 0);
		return reverse ? -counted : counted;
	}

	/**
	 * Looks at everything of weight 0; reverse makes a good thing a fault.
	 *
	 * @param reachable whether the interface is up and has an address
	 */
	static Health health(Instance instance, Map<Tracker, Boolean> known, boolean reachable) {
		if (!reachable) {
			return Health.FAULTY;
		}
		Health health = Health.WELL;
		for (TrackedScript script : instance.trackedScripts()) {
			if (script.weight() != 0) {
				continue;
			}
			Boolean good = known.get(Tracker.script(script.script()));
			if (good == null) {
				health = Health.UNKNOWN;
			} else if (good == script.reverse()) {
				return Health.FAULTY;
			}
		}
		for (TrackedInterface tracked : instance.trackedInterfaces()) {
			boolean up = known.getOrDefault(Tracker.networkInterface(tracked.name()), true);
			if (tracked.weight() == 0 && up == tracked.reverse()) {
				return Health.FAULTY;
			}
		}
		return health;
	}
}
