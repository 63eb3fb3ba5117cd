package org.kaconf.simulation;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kaconf.model.BfdSession;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.TrackFile;
import org.kaconf.model.TrackProcess;
import org.kaconf.model.Tracking;
import org.kaconf.vrrp.machine.Tracker;

/**
 * Something that an instance tracks, with what it is worth to it.
 *
 * @param line where the instance says that it tracks it
 * @param definition where the thing itself is defined
 */
record TrackedThing(int weight, Origins line, Origins definition) {
	static Optional<TrackedThing> of(Participant participant, Tracker tracker) {
		Tracking tracking = participant.instance().tracking();
		Node node = participant.node();
		String name = tracker.name();
		return switch (tracker.kind()) {
			case SCRIPT -> tracking.scripts().stream().filter(t -> t.script().equals(name))
					.flatMap(t -> with(t.weight(), t.origins(), node.script(name), Script::origins)).findFirst();
			case PROCESS -> tracking.processes().stream().filter(t -> t.process().equals(name))
					.flatMap(t -> with(t.weight(), t.origins(), node.process(name), TrackProcess::origins)).findFirst();
			case FILE -> tracking.files().stream().filter(t -> t.file().equals(name))
					.flatMap(t -> with(t.weight(), t.origins(), node.file(name), TrackFile::origins)).findFirst();
			case BFD -> tracking.bfds().stream().filter(t -> t.session().equals(name))
					.flatMap(t -> with(t.weight(), t.origins(), node.bfdSession(name), BfdSession::origins)).findFirst();
			case INTERFACE -> tracking.interfaces().stream().filter(t -> t.name().equals(name))
					.map(t -> new TrackedThing(t.weight(), t.origins(), Origins.NONE)).findFirst();
		};
	}

	private static <D> Stream<TrackedThing> with(int weight, Origins line, Optional<D> definition, Function<D, Origins> origins) {
		return definition.map(d -> new TrackedThing(weight, line, origins.apply(d))).stream();
	}

	/** Where its weight was written, or else where it is tracked. */
	Origin weightOrigin() {
		if (line.isWritten("weight")) {
			return line.of("weight");
		}
		return definition.isWritten("weight") ? definition.of("weight") : line.element();
	}
}
