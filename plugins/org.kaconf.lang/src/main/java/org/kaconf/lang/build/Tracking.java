package org.kaconf.lang.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kaconf.lang.kaconf.Block;
import org.kaconf.model.Script;
import org.kaconf.model.TrackedInterface;
import org.kaconf.model.TrackedScript;

/** What an instance or a sync group tracks, while it is read. */
final class Tracking {
	private static final int GREATEST_WEIGHT = 253;

	private final Map<String, TrackedScript> scripts = new LinkedHashMap<>();
	private final Map<String, TrackedInterface> interfaces = new LinkedHashMap<>();

	/** Reads {@code track_script}. @param known the scripts defined so far; one that comes later is not tracked */
	void readScripts(Block block, Map<String, Script> known, Context context) {
		EntryLine.read(block, "track_script", context, line -> {
			Script script = known.get(line.subject());
			if (script != null) {
				int weight = weight(line).orElse(script.weight());
				boolean reverse = line.has("reverse") || script.reverse() && !line.has("noreverse");
				scripts.putIfAbsent(script.name(), new TrackedScript(script.name(), weight, reverse, line.origins()));
			}
		});
	}

	void readInterfaces(Block block, Context context) {
		EntryLine.read(block, "track_interface", context, line -> interfaces.putIfAbsent(line.subject(),
				new TrackedInterface(line.subject(), weight(line).orElse(0), line.has("reverse"), line.origins())));
	}

	/** The weight of a line: one beyond the greatest counts as the greatest, one that is wrong otherwise does not count. */
	private static Optional<Integer> weight(EntryLine line) {
		return Optional.ofNullable(line.written("weight")).flatMap(Numbers::parse).map(Numbers::toInt).filter(w -> Math.abs(w) <= GREATEST_WEIGHT + 1)
				.map(w -> Math.clamp(w, -GREATEST_WEIGHT, GREATEST_WEIGHT));
	}

	/** Adds what a sync group tracks for all its members. */
	void addAll(Tracking group) {
		group.scripts.forEach(scripts::putIfAbsent);
		group.interfaces.forEach(interfaces::putIfAbsent);
	}

	/** In a sync group that does not weigh, scripts with a weight do not count, and interfaces are faults. */
	void dropWeights() {
		scripts.values().removeIf(s -> s.weight() != 0);
		interfaces.replaceAll((name, i) -> new TrackedInterface(name, 0, i.reverse(), i.origins()));
	}

	/** The priority of an address owner never changes: nothing with a weight counts. */
	void dropWeighted() {
		scripts.values().removeIf(s -> s.weight() != 0);
		interfaces.values().removeIf(i -> i.weight() != 0);
	}

	void dropInterface(String name) {
		interfaces.remove(name);
	}

	List<TrackedScript> scripts() {
		return new ArrayList<>(scripts.values());
	}

	List<TrackedInterface> interfaces() {
		return new ArrayList<>(interfaces.values());
	}
}
