package org.kaconf.lint.rule;

import java.util.List;
import java.util.Optional;

import org.kaconf.model.Node;
import org.kaconf.model.Origin;
import org.kaconf.model.Script;

/**
 * A line of {@code track_script} or {@code track_interface} as written, whether it has an effect or not.
 *
 * @param site the line
 * @param name what is tracked
 * @param weight the weight that counts: the line's own or else the script's
 * @param weightOrigin the number that decides the weight; the line when none is written
 */
public record TrackedEntry(Site site, String name, int weight, Origin weightOrigin) {
	static final String SCRIPTS = "track_script";
	static final String INTERFACES = "track_interface";

	/** The lines of an instance itself, not those of its sync group. */
	public static List<TrackedEntry> scripts(Member member, Subject subject) {
		return subject.in(member).stream().filter(site -> site.isIn(SCRIPTS)).map(site -> read(site, member.node(), subject)).toList();
	}

	/** The line something in the model was read from. */
	public static Optional<TrackedEntry> at(Origin origin, Node node, Subject subject) {
		return subject.index().tracked(node.name(), origin).map(site -> read(site, node, subject));
	}

	private static TrackedEntry read(Site site, Node node, Subject subject) {
		String name = site.words().getFirst();
		int option = site.words().indexOf("weight");
		if (option > 0 && option + 1 < site.words().size()) {
			return new TrackedEntry(site, name, number(site.words().get(option + 1)), site.wordOrigin(option + 1));
		}
		Optional<Site> written = subject.index().weight(node.name(), name);
		int weight = site.isIn(SCRIPTS) ? node.script(name).map(Script::weight).orElse(0) : 0;
		return new TrackedEntry(site, name, weight, site.isIn(SCRIPTS) && written.isPresent() ? written.get().wordOrigin(0) : site.origin());
	}

	private static int number(String word) {
		try {
			return Integer.parseInt(word);
		} catch (NumberFormatException e) {
			return 0;
		}
	}
}
