package org.kaconf.runtime.daemon;

import java.util.List;
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

	/** What any of them tracks. */
	static Set<Tracker> of(List<Instance> instances) {
		return instances.stream().flatMap(instance -> of(instance).stream()).collect(Collectors.toSet());
	}
}
