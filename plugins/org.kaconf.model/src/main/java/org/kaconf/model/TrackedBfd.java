package org.kaconf.model;

/**
 * One line of {@code track_bfd}, resolved.
 *
 * @param session name of a {@link BfdSession} of the same node
 * @param weight the weight that counts: the line's own or else that of its definition, -253..253; 0 makes a failure a fault
 */
public record TrackedBfd(String session, int weight, boolean reverse, Origins origins) {
	public TrackedBfd {
		origins = Origins.orNone(origins);
	}
}
