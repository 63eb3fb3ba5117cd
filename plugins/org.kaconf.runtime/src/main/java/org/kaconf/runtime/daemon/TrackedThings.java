package org.kaconf.runtime.daemon;

import java.util.List;
import java.util.Optional;
import org.kaconf.model.Instance;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.script.TrackedScripts;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Tracker;

/** How what instances track stands, for one that begins to track it. Belongs to the loop's thread. */
final class TrackedThings {
	private final Interfaces interfaces;
	private final TrackedScripts scripts;

	TrackedThings(Interfaces interfaces, TrackedScripts scripts) {
		this.interfaces = interfaces;
		this.scripts = scripts;
	}

	/** What an instance is to be told; nothing about what is not known yet. */
	List<Event> standing(Instance instance) {
		return Trackers.of(instance).stream().flatMap(tracker -> standing(tracker).map(good -> (Event) new Event.Track(tracker, good)).stream()).toList();
	}

	private Optional<Boolean> standing(Tracker tracker) {
		return switch (tracker.kind()) {
			case INTERFACE -> Optional.of(Optional.ofNullable(interfaces.get(tracker.name())).map(Link::up).orElse(false));
			case SCRIPT -> scripts.monitor(tracker.name()).flatMap(monitor -> monitor.script().initFail() ? Optional.of(monitor.good().orElse(false)) : monitor.good());
			case PROCESS, FILE, BFD -> Optional.empty();
		};
	}
}
