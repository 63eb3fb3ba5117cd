package org.kaconf.vrrp.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaconf.model.Instance;

/**
 * What a virtual router knows of the things around it, and what they make of it: its effective priority, and whether it can take part at all.
 *
 * @param linkUp whether the interface of the instance is up
 * @param trackers whether the tracked things are good, as far as that was told
 * @param files the numbers in the tracked files, as far as they were told
 */
record Observations(boolean linkUp, Map<Tracker, Boolean> trackers, Map<String, Integer> files) {
	/** The link is up, and nothing is known of the things it tracks. */
	static final Observations INITIAL = new Observations(true, Map.of(), Map.of());
	private static final int HIGHEST = Instance.OWNER - 1;

	Observations {
		trackers = Map.copyOf(trackers);
		files = Map.copyOf(files);
	}

	Observations withLink(boolean up) {
		return new Observations(up, trackers, files);
	}

	Observations with(Tracker tracker, boolean good) {
		Map<Tracker, Boolean> changed = new HashMap<>(trackers);
		changed.put(tracker, good);
		return new Observations(linkUp, changed, files);
	}

	Observations withFile(String file, int value) {
		Map<String, Integer> changed = new HashMap<>(files);
		changed.put(file, value);
		return new Observations(linkUp, trackers, changed);
	}

	/** Only what an instance still tracks. */
	Observations of(Instance instance) {
		Set<Tracker> tracked = Tracked.of(instance).stream().map(Tracked::tracker).collect(Collectors.toSet());
		Map<Tracker, Boolean> kept = new HashMap<>(trackers);
		kept.keySet().retainAll(tracked);
		Map<String, Integer> keptFiles = new HashMap<>(files);
		keptFiles.keySet().removeIf(file -> !tracked.contains(Tracker.file(file)));
		return new Observations(linkUp, kept, keptFiles);
	}

	/** The configured priority and the weights that apply, within 1..254. The owner's is always 255. */
	int effectivePriority(Instance instance, int basePriority) {
		if (basePriority == Instance.OWNER) {
			return Instance.OWNER;
		}
		int total = basePriority;
		for (Tracked tracked : Tracked.of(instance)) {
			total += contribution(tracked);
		}
		return Math.clamp(total, 1, HIGHEST);
	}

	private int contribution(Tracked tracked) {
		if (tracked.tracker().kind() == Tracker.Kind.FILE) {
			return tracked.contribution(files.getOrDefault(tracked.tracker().name(), 0));
		}
		Boolean good = good(tracked.tracker());
		return good == null ? 0 : tracked.contribution(good);
	}

	/** @param hasAddress whether there is an address to send from */
	Health health(Instance instance, boolean hasAddress) {
		Health health = linkUp && hasAddress ? Health.WELL : Health.FAULTY;
		for (Tracked tracked : Tracked.of(instance)) {
			health = health.and(health(tracked));
		}
		return health;
	}

	private Health health(Tracked tracked) {
		boolean fault;
		if (tracked.tracker().kind() == Tracker.Kind.FILE) {
			fault = tracked.isFault(files.getOrDefault(tracked.tracker().name(), 0));
		} else {
			Boolean good = good(tracked.tracker());
			if (good == null) {
				return tracked.weight() == 0 ? Health.UNKNOWN : Health.WELL;
			}
			fault = tracked.isFault(good);
		}
		return fault ? Health.FAULTY : Health.WELL;
	}

	/** Everything an instance tracks, for those who ask why its priority is what it is. */
	List<Standing> standings(Instance instance) {
		return Tracked.of(instance).stream().map(tracked -> {
			boolean file = tracked.tracker().kind() == Tracker.Kind.FILE;
			return new Standing(tracked, file ? null : good(tracked.tracker()), file ? files.getOrDefault(tracked.tracker().name(), 0) : null, contribution(tracked),
					health(tracked) == Health.FAULTY);
		}).toList();
	}

	/** @return {@code null} for a script without a result */
	private Boolean good(Tracker tracker) {
		Boolean told = trackers.get(tracker);
		return told != null || tracker.kind() == Tracker.Kind.SCRIPT ? told : Boolean.TRUE;
	}
}
