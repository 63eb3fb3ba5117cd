package org.kaconf.runtime.daemon;

import java.util.Set;
import java.util.stream.Collectors;
import org.kaconf.model.Instance;
import org.kaconf.vrrp.machine.Tracked;
import org.kaconf.vrrp.machine.Tracker;

/** What an instance tracks. */
final class Trackers {
	private Trackers() {
	}

	static Set<Tracker> of(Instance instance) {
		return Tracked.of(instance).stream().map(Tracked::tracker).collect(Collectors.toSet());
	}
}
