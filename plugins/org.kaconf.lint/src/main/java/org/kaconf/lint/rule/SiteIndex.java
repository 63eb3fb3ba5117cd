package org.kaconf.lint.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.kaconf.lang.kaconf.VrrpInstance;
import org.kaconf.model.Origin;

/** All statements, and the ways to those that rules look for. */
public final class SiteIndex {
	private record Name(String node, String name) {
	}

	private record Tracker(String node, String list, String name) {
	}

	private record Place(String node, Origin origin) {
	}

	private final List<Site> all;
	private final Map<String, List<Site>> byKeyword = new HashMap<>();
	private final List<Site> unknown = new ArrayList<>();
	private final List<Site> withBlock = new ArrayList<>();
	private final List<Site> withSign = new ArrayList<>();
	private final List<Site> withValueProblem = new ArrayList<>();
	private final Map<Name, List<Site>> byInstance = new HashMap<>();
	private final Map<Place, Site> tracked = new HashMap<>();
	private final Map<Tracker, Site> weights = new HashMap<>();
	private final Map<Name, Set<String>> unclear = new ConcurrentHashMap<>();

	SiteIndex(List<Site> all) {
		this.all = List.copyOf(all);
		for (Site site : all) {
			sort(site);
			if (site.node() == null) {
				continue;
			}
			for (Site outer = site.parent(); outer != null; outer = outer.parent()) {
				if (outer.statement() instanceof VrrpInstance instance) {
					byInstance.computeIfAbsent(new Name(site.node(), instance.getName()), name -> new ArrayList<>()).add(site);
				}
			}
			if (site.isIn(TrackedEntry.SCRIPTS) || site.isIn(TrackedEntry.INTERFACES)) {
				tracked.putIfAbsent(new Place(site.node(), site.origin()), site);
			}
			String list = TrackedEntry.LISTS.get(site.context().id());
			if (list != null && site.statement().getKeyword().equals("weight") && !site.words().isEmpty() && !site.parent().words().isEmpty()) {
				weights.putIfAbsent(new Tracker(site.node(), list, site.parent().words().getFirst()), site);
			}
		}
	}

	private void sort(Site site) {
		if (!site.isEntry()) {
			byKeyword.computeIfAbsent(site.statement().getKeyword(), keyword -> new ArrayList<>()).add(site);
			if (site.keyword().isEmpty()) {
				unknown.add(site);
			}
		}
		if (site.statement().getBlock() != null) {
			withBlock.add(site);
		}
		if (hasSign(site.statement().getKeyword()) || site.words().stream().anyMatch(SiteIndex::hasSign)) {
			withSign.add(site);
		}
		if (!site.valueProblems().isEmpty()) {
			withValueProblem.add(site);
		}
	}

	private static boolean hasSign(String word) {
		return word.indexOf('$') >= 0 || word.indexOf('\'') >= 0 || word.indexOf(';') >= 0;
	}

	public List<Site> all() {
		return all;
	}

	/** The statements of a keyword in blocks of a kind. */
	public List<Site> of(String kind, String keyword) {
		return byKeyword.getOrDefault(keyword, List.of()).stream().filter(site -> site.isIn(kind)).toList();
	}

	/** The statements whose keyword their kind of block does not have. */
	public List<Site> unknown() {
		return unknown;
	}

	/** The statements that open a block. */
	public List<Site> withBlock() {
		return withBlock;
	}

	/** The statements of which a word holds a dollar sign, a single quote or a semicolon, quoted or not. */
	public List<Site> withSign() {
		return withSign;
	}

	/** The statements about whose words the catalog has something to say. */
	public List<Site> withValueProblem() {
		return withValueProblem;
	}

	List<Site> inInstance(String node, String instance) {
		return byInstance.getOrDefault(new Name(node, instance), List.of());
	}

	/** What a function finds out about the statements of an instance, which it is asked once. */
	Set<String> unclearKeywords(String node, String instance, Function<List<Site>, Set<String>> find) {
		return unclear.computeIfAbsent(new Name(node, instance), name -> find.apply(inInstance(node, instance)));
	}

	/** The line of a track_script or track_interface block at a place. */
	Optional<Site> tracked(String node, Origin origin) {
		return Optional.ofNullable(tracked.get(new Place(node, origin)));
	}

	/** The weight line of what a list tracks by a name. */
	Optional<Site> weight(String node, String list, String name) {
		return Optional.ofNullable(weights.get(new Tracker(node, list, name)));
	}
}
