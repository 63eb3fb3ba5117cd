package org.kaconf.lint.rules.cluster;

import org.kaconf.lint.rule.RouterGroup;
import org.kaconf.model.VrrpVersion;

/** What several of the rules about agreement ask. */
final class Agreement {
	private Agreement() {
	}

	static boolean allVersion2(RouterGroup router) {
		return router.members().stream().allMatch(member -> member.instance().version() == VrrpVersion.V2);
	}

	static boolean sameVersion(RouterGroup router) {
		return router.members().stream().map(member -> member.instance().version()).distinct().count() == 1;
	}

	static boolean allMulticast(RouterGroup router) {
		return router.members().stream().noneMatch(member -> member.instance().isUnicast());
	}
}
