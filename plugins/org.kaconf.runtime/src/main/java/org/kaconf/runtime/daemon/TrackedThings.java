package org.kaconf.runtime.daemon;

import java.util.List;
import java.util.Optional;
import org.kaconf.model.Instance;
import org.kaconf.runtime.linux.Link;
import org.kaconf.runtime.script.ScriptMonitor;
import org.kaconf.runtime.script.TrackedScripts;
import org.kaconf.runtime.tracking.Observation;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Tracker;

/** How what instances track stands, for one that begins to track it. Belongs to the loop's thread. */
final class TrackedThings {
	private final Interfaces interfaces;
	private final TrackedScripts scripts;
	private final Observation observation;

	TrackedThings(Interfaces interfaces, TrackedScripts scripts, Observation observation) {
		this.interfaces = interfaces;
		this.scripts = scripts;
		this.observation = observation;
	}

	/** What an instance is to be told; nothing about what is not known yet. */
	List<Event> standing(Instance instance) {
		return Trackers.of(instance).stream().flatMap(tracker -> standing(tracker).stream()).toList();
	}

	private Optional<Event> standing(Tracker tracker) {
		return switch (tracker.kind()) {
			case INTERFACE -> Optional.of(new Event.Track(tracker, Optional.ofNullable(interfaces.get(tracker.name())).map(Link::up).orElse(false)));
			case SCRIPT -> scripts.monitor(tracker.name()).flatMap(TrackedThings::standing).map(good -> new Event.Track(tracker, good));
			case PROCESS, FILE, BFD -> observation.standing(tracker);
		};
	}

	private static Optional<Boolean> standing(ScriptMonitor monitor) {
		return monitor.script().initFail() ? Optional.of(monitor.good().orElse(false)) : monitor.good();
	}
}
