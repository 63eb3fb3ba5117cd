package org.kaconf.model;

/**
 * One line of {@code track_process}, resolved.
 *
 * @param process name of a {@link TrackProcess} of the same node
 * @param weight the weight that counts: the line's own or else that of its definition, -254..254; 0 makes a failure a fault
 */
public record TrackedProcess(String process, int weight, boolean reverse, Origins origins) {
	public TrackedProcess {
		origins = Origins.orNone(origins);
	}
}
