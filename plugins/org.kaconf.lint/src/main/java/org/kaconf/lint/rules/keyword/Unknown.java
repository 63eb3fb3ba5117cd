package org.kaconf.lint.rules.keyword;

import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lint.rule.Site;

/** What the rules about unknown keywords share. */
final class Unknown {
	private Unknown() {
	}

	/** Whether some version knows the keyword in this kind of block. */
	static boolean isOfAnotherVersion(Site site) {
		return Catalog.standard().find(site.context().id()).flatMap(block -> block.keyword(site.statement().getKeyword())).isPresent();
	}

	static boolean isKnownSomewhere(Site site) {
		return !Catalog.standard().contextsOf(site.statement().getKeyword()).isEmpty();
	}
}
