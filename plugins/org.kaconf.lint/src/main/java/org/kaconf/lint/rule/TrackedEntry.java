package org.kaconf.lint.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.kaconf.model.BfdSession;
import org.kaconf.model.Node;
import org.kaconf.model.Origin;
import org.kaconf.model.Script;
import org.kaconf.model.TrackFile;

/**
 * A line of a list of what an instance or a sync group tracks, as written, whether it has an effect or not.
 *
 * @param site the line
 * @param name what is tracked
 * @param weight the weight that counts: the line's own or else that of what it tracks
 * @param weightOrigin the number that decides the weight; the line when none is written
 */
public record TrackedEntry(Site site, String name, int weight, Origin weightOrigin) {
	public static final String SCRIPTS = "track_script";
	public static final String INTERFACES = "track_interface";
	public static final String FILES = "track_file";
	public static final String BFD_SESSIONS = "track_bfd";

	/** The blocks that define what is tracked with a weight, and the lists that track it. */
	static final Map<String, String> LISTS = Map.of("vrrp_script", SCRIPTS, "track_file/definition", FILES, "bfd_instance", BFD_SESSIONS);

	/** The lines of an instance itself, not those of its sync group, in one of these lists. */
	public static List<TrackedEntry> of(Member member, Subject subject, String... lists) {
		return subject.in(member).stream().filter(site -> Arrays.asList(lists).contains(site.context().id())).map(site -> read(site, member.node(), subject)).toList();
	}

	/** The line something in the model was read from. */
	public static Optional<TrackedEntry> at(Origin origin, Node node, Subject subject) {
		return subject.index().tracked(node.name(), origin).map(site -> read(site, node, subject));
	}

	/** keepalived ignores such a line: the interface an instance runs on is tracked anyway, unless it shall not be. */
	public boolean isOwnInterface(Member member) {
		return site.isIn(INTERFACES) && name.equals(member.instance().interfaceName());
	}

	private static TrackedEntry read(Site site, Node node, Subject subject) {
		String name = site.words().getFirst();
		int option = site.words().indexOf("weight");
		if (option > 0 && option + 1 < site.words().size()) {
			return new TrackedEntry(site, name, number(site.words().get(option + 1)), site.wordOrigin(option + 1));
		}
		String list = site.context().id();
		Origin written = subject.index().weight(node.name(), list, name).map(line -> line.wordOrigin(0)).orElse(site.origin());
		return new TrackedEntry(site, name, definedWeight(list, name, node), written);
	}

	private static int definedWeight(String list, String name, Node node) {
		return switch (list) {
			case SCRIPTS -> node.script(name).map(Script::weight).orElse(0);
			case FILES -> node.files().stream().filter(file -> file.name().equals(name)).findFirst().map(TrackFile::weight).orElse(0);
			case BFD_SESSIONS -> node.bfdSession(name).map(BfdSession::weight).orElse(0);
			default -> 0;
		};
	}

	private static int number(String word) {
		try {
			return Integer.parseInt(word);
		} catch (NumberFormatException e) {
			return 0;
		}
	}
}
