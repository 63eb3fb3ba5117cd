package org.kaconf.lang.build;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.kaconf.lang.kaconf.Block;
import org.kaconf.model.Origins;
import org.kaconf.model.TrackedBfd;
import org.kaconf.model.TrackedFile;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedProcess;
import org.kaconf.model.TrackedScript;
import org.kaconf.model.Tracking;

/** What an instance or a sync group tracks, while it is read. */
final class TrackingDraft {
	/** The weight of a tracked file when nobody writes any. */
	private static final int WEIGHT_OF_FILES = 1;

	private final Map<TrackerKind, Map<String, Tracked>> tracked = new EnumMap<>(TrackerKind.class);

	TrackingDraft() {
		for (TrackerKind kind : TrackerKind.values()) {
			tracked.put(kind, new LinkedHashMap<>());
		}
	}

	/** Adds the keywords of all kinds to a table. */
	static <T> void addTo(BlockReader<T> reader, Function<T, TrackingDraft> draft, Trackables known, Context context) {
		for (TrackerKind kind : TrackerKind.values()) {
			reader.on(kind.keyword, (t, line) -> draft.apply(t).read(kind, line.statement().getBlock(), known, context));
		}
	}

	private void read(TrackerKind kind, Block block, Trackables known, Context context) {
		EntryLine.read(block, kind.keyword, context, line -> known.find(kind, line.subject(), line.origins())
				.flatMap(standard -> weighed(kind, standard, line.words())).ifPresent(t -> tracked.get(kind).putIfAbsent(t.name(), t)));
	}

	/** What the words behind a name make of its weight; empty when they make keepalived pass over the line. */
	private static Optional<Tracked> weighed(TrackerKind kind, Tracked standard, List<String> words) {
		if (words.isEmpty()) {
			return Optional.of(standard);
		} else if (!words.getFirst().equals("weight") || words.size() == 1) {
			return Optional.empty();
		}
		Integer weight = Numbers.integer(words.get(1)).map(kind::weight).orElse(null);
		boolean reverse = standard.reverse();
		if (words.size() > 2) {
			boolean on = words.get(2).equals("reverse");
			boolean off = words.get(2).equals("noreverse") && kind != TrackerKind.INTERFACE;
			if (!on && !off && kind.exact) {
				return Optional.empty();
			}
			reverse = on || reverse && !off;
		}
		return Optional.of(standard.withWeight(weight == null ? standard.weight() : weight, reverse));
	}

	/**
	 * Lets go of weights where keepalived does, in a sync group that does not weigh and in an address owner: scripts and BFD sessions that have one
	 * do not count at all, files that nobody weighed are faults, and the others do not count. The weights of processes and interfaces go on to
	 * count; of interfaces keepalived 2.2.7 says that it ignores them, but only takes them out of its list of what an instance tracks.
	 */
	void dropWeights() {
		tracked.get(TrackerKind.SCRIPT).values().removeIf(s -> s.weight() != 0);
		tracked.get(TrackerKind.BFD).values().removeIf(b -> b.weight() != 0);
		Map<String, Tracked> files = tracked.get(TrackerKind.FILE);
		files.replaceAll((name, f) -> f.weight() == WEIGHT_OF_FILES ? f.withWeight(0, f.reverse()) : f);
		files.values().removeIf(f -> f.weight() != 0);
	}

	/** Takes all weights away, as a sync group's with an address owner among its members. */
	void clearWeights() {
		tracked.values().forEach(kind -> kind.replaceAll((name, t) -> t.withWeight(0, t.reverse())));
	}

	/** Adds what a sync group tracks: its weight counts, unless the member's own is 0. */
	void addAll(TrackingDraft group) {
		group.tracked.forEach((kind, all) -> all.forEach((name, t) -> tracked.get(kind).merge(name, t, (own, ofGroup) -> own.weight() == 0 ? own
				: own.withWeight(ofGroup.weight(), kind == TrackerKind.PROCESS ? own.reverse() : ofGroup.reverse()))));
	}

	/** Makes a failure of an interface a fault, whatever weight it had. */
	void needInterface(String name, Origins origins) {
		tracked.get(TrackerKind.INTERFACE).put(name, new Tracked(name, 0, false, origins));
	}

	void dropInterface(String name) {
		tracked.get(TrackerKind.INTERFACE).remove(name);
	}

	Tracking build() {
		return new Tracking(all(TrackerKind.SCRIPT, t -> new TrackedScript(t.name(), t.weight(), t.reverse(), t.origins())),
				all(TrackerKind.INTERFACE, t -> new TrackedInterface(t.name(), t.weight(), t.reverse(), t.origins())),
				all(TrackerKind.PROCESS, t -> new TrackedProcess(t.name(), t.weight(), t.reverse(), t.origins())),
				all(TrackerKind.FILE, t -> new TrackedFile(t.name(), t.weight(), t.reverse(), t.origins())),
				all(TrackerKind.BFD, t -> new TrackedBfd(t.name(), t.weight(), t.reverse(), t.origins())));
	}

	private <T> List<T> all(TrackerKind kind, Function<Tracked, T> maker) {
		return tracked.get(kind).values().stream().map(maker).toList();
	}
}
