package org.kaconf.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kaconf.vrrp.machine.State;

/** Remembers what happens in a simulation since it was last reset: when the masters changed, and the timeline. */
final class Recorder {
	/** @param router the virtual router it is about; -1 for all */
	private record Note(long at, int router, String node, String text) {
	}

	private final Component component;
	private final long[] lastChange;
	private final int[] newMasters;
	private final List<Note> notes = new ArrayList<>();
	private final Set<Rejected> rejections = new LinkedHashSet<>();
	private long origin;

	Recorder(Component component) {
		this.component = component;
		lastChange = new long[component.routers().size()];
		newMasters = new int[component.routers().size()];
	}

	Recorder(Recorder other) {
		component = other.component;
		lastChange = other.lastChange.clone();
		newMasters = other.newMasters.clone();
		notes.addAll(other.notes);
		rejections.addAll(other.rejections);
		origin = other.origin;
	}

	/** Forgets everything; times count from now. */
	void reset(long now) {
		origin = now;
		Arrays.fill(lastChange, now);
		Arrays.fill(newMasters, 0);
		notes.clear();
		rejections.clear();
	}

	void changedPriority(long now, int participant, int before, int after) {
		note(now, participant, "has priority " + after + of(participant) + ", was " + before);
	}

	void changedState(long now, int participant, State before, State after) {
		int router = component.routerOf(participant);
		if (before == State.MASTER || after == State.MASTER) {
			lastChange[router] = now;
		}
		if (after == State.MASTER) {
			newMasters[router]++;
		}
		note(now, participant, words(after) + of(participant));
	}

	private void note(long now, int participant, String text) {
		notes.add(new Note(now, component.routerOf(participant), component.participants().get(participant).node().name(), text));
	}

	private String of(int participant) {
		return component.routers().size() == 1 ? "" : " of " + component.participants().get(participant).instance().name();
	}

	private static String words(State state) {
		return switch (state) {
			case INITIALIZE, DELETED -> "takes no part";
			case BACKUP -> "is backup";
			case MASTER -> "is master";
			case FAULT -> "is in fault state";
		};
	}

	void note(long now, String node, String text) {
		notes.add(new Note(now, -1, node, text));
	}

	void rejected(Rejected rejected) {
		rejections.add(rejected);
	}

	/** Time from the reset until a node became master or ceased to be, for the last time; zero when none did. */
	Duration lastChange(int router) {
		return Duration.ofNanos(lastChange[router] - origin);
	}

	/** How often a node became master since the reset. */
	int newMasters(int router) {
		return newMasters[router];
	}

	Set<Rejected> rejections() {
		return rejections;
	}

	List<TimelineEntry> timeline(int router) {
		return notes.stream().filter(n -> n.router == router || n.router < 0)
				.map(n -> new TimelineEntry(Duration.ofNanos(n.at - origin), n.node, n.text)).toList();
	}
}
