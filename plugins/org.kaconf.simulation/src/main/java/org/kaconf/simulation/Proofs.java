package org.kaconf.simulation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what was proved of components, so that whoever analyses a cluster again and again, as an editor does, only waits for what changed in a way that
 * matters. The last ones asked for are kept. May be used by several threads, one of which proves at a time.
 */
public final class Proofs {
	/** A proof takes up to some 100 KB, and few clusters hold more structures than a dozen. */
	private static final int MOST = 100;

	private final Map<Component, ComponentAnalysis> known = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Component, ComponentAnalysis> eldest) {
			return size() > MOST;
		}
	};

	/** @param likeness what is proved of it holds for all components that are built alike */
	synchronized ComponentAnalysis of(Component likeness) {
		return known.computeIfAbsent(likeness, ComponentAnalysis::of);
	}
}
