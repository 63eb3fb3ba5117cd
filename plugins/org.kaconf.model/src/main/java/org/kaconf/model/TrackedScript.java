package org.kaconf.model;

/**
 * One line of {@code track_script}, resolved.
 *
 * @param script name of a {@link Script} of the same node
 * @param weight the weight that counts: the line's own or else the script's, -253..253; 0 makes a failure a fault
 */
public record TrackedScript(String script, int weight, boolean reverse, Origins origins) {
	public TrackedScript {
		origins = Origins.orNone(origins);
	}
}
