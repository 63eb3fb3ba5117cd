package org.kaconf.lang.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what keepalived knows and the model does not, so that nothing is passed over in silence. */
final class Unread {
	private final Set<String> settings = new LinkedHashSet<>();

	/** @param kind id of the kind of block it stands in */
	void add(String kind, String keyword) {
		settings.add(kind + " " + keyword);
	}

	/** Each once, in the order of the text. */
	List<String> all() {
		return List.copyOf(settings);
	}
}
