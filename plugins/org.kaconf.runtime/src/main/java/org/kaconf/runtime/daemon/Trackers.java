package org.kaconf.runtime.daemon;

import java.util.HashSet;
import java.util.Set;
import org.kaconf.model.Instance;
import org.kaconf.vrrp.machine.Tracker;

/** What an instance tracks. */
final class Trackers {
	private Trackers() {
	}

	static Set<Tracker> of(Instance instance) {
		Set<Tracker> trackers = new HashSet<>();
		instance.trackedScripts().forEach(tracked -> trackers.add(Tracker.script(tracked.script())));
		instance.trackedInterfaces().forEach(tracked -> trackers.add(Tracker.networkInterface(tracked.name())));
		return trackers;
	}
}
