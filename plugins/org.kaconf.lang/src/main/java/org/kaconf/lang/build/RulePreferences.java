package org.kaconf.lang.build;

import java.util.EnumMap;
import java.util.Map;

import org.kaconf.model.Family;

/** The preferences that keepalived gives to rules of a node that say none: for each family one below the other. */
final class RulePreferences {
	private static final long FIRST = 16_384;

	private final Map<Family, Long> next = new EnumMap<>(Family.class);

	long next(Family family) {
		long preference = next.getOrDefault(family, FIRST);
		next.put(family, preference - 1);
		return preference;
	}
}
