package org.kaconf.vrrp.machine;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Instance;

/**
 * A thing that an instance tracks, and what its state is worth to it.
 *
 * @param weight 0 makes a failure a fault
 * @param reverse turns the sign of the weight; with weight 0 the thing's being good is the fault
 */
public record Tracked(Tracker tracker, int weight, boolean reverse) {
	/** The lowest product of a file's number and its weight: it is a fault. */
	private static final int FAULT = -254;
	private static final int HIGHEST = 253;

	/** All that an instance tracks. */
	public static List<Tracked> of(Instance instance) {
		List<Tracked> all = new ArrayList<>();
		instance.trackedScripts().forEach(t -> all.add(new Tracked(Tracker.script(t.script()), t.weight(), t.reverse())));
		instance.trackedInterfaces().forEach(t -> all.add(new Tracked(Tracker.networkInterface(t.name()), t.weight(), t.reverse())));
		instance.trackedProcesses().forEach(t -> all.add(new Tracked(Tracker.process(t.process()), t.weight(), t.reverse())));
		instance.trackedFiles().forEach(t -> all.add(new Tracked(Tracker.file(t.file()), t.weight(), t.reverse())));
		instance.trackedBfds().forEach(t -> all.add(new Tracked(Tracker.bfd(t.session()), t.weight(), t.reverse())));
		return all;
	}

	/** What it adds to the priority: a positive weight counts while the thing is good, a negative one while it is bad. */
	int contribution(boolean good) {
		int counted = good ? Math.max(weight, 0) : Math.min(weight, 0);
		return reverse ? -counted : counted;
	}

	/** What a file adds to the priority: its number times the weight, -254..253; nothing while that is a fault. */
	int contribution(int value) {
		int product = product(value);
		return product == FAULT ? 0 : product;
	}

	boolean isFault(boolean good) {
		return weight == 0 && good == reverse;
	}

	/** Whether a file's number is a fault: with weight 0 every number but 0, otherwise a product of -254 or less. */
	boolean isFault(int value) {
		return weight == 0 ? isFault(value == 0) : product(value) == FAULT;
	}

	private int product(int value) {
		return (int) Math.clamp((long) value * weight * (reverse ? -1 : 1), FAULT, HIGHEST);
	}
}
