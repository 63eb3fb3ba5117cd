package org.kaconf.simulation;

import java.time.Duration;

/**
 * One thing that happened in a simulation.
 *
 * @param at since the fault, or since the start when there was none
 * @param node where it happened
 * @param text what happened there, in words that follow the name of the node: "is master"
 */
public record TimelineEntry(Duration at, String node, String text) {
	/** {@code 6.001 s  nginx01 has priority 96, was 101}. */
	@Override
	public String toString() {
		return Seconds.exact(at) + "  " + node + " " + text;
	}
}
