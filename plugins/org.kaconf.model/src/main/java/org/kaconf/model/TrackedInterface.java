package org.kaconf.model;

/**
 * One line of {@code track_interface}.
 *
 * @param weight -253..253; 0 makes a failure a fault
 */
public record TrackedInterface(String name, int weight, boolean reverse, Origins origins) {
	public TrackedInterface {
		origins = Origins.orNone(origins);
	}
}
