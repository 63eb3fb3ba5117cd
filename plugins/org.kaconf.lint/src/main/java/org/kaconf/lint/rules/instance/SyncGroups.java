package org.kaconf.lint.rules.instance;

import java.util.List;

import org.kaconf.lint.rule.Site;
import org.kaconf.lint.rule.Subject;
import org.kaconf.model.Node;

/** Sync groups as written. The model has only what counts. */
final class SyncGroups {
	private SyncGroups() {
	}

	static List<Site> of(Node node, Subject subject) {
		return subject.sites().stream().filter(site -> node.name().equals(site.node()) && site.is("root", "vrrp_sync_group")).toList();
	}

	static List<String> members(Site group, Subject subject) {
		return subject.sites().stream().filter(site -> site.parent() != null && site.parent().is("vrrp_sync_group", "group") && site.parent().parent() == group)
				.flatMap(site -> site.words().stream()).toList();
	}
}
