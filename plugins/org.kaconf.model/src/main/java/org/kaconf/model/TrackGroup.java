package org.kaconf.model;

import java.util.List;

/**
 * A {@code track_group}: instances that go to fault with the interfaces of the group's static addresses, routes and rules; among what an instance tracks are those interfaces.
 */
public record TrackGroup(String name, List<String> instances, Origins origins) {
	public TrackGroup {
		origins = Origins.orNone(origins);
		instances = List.copyOf(instances);
	}
}
