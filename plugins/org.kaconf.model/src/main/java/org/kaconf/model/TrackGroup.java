package org.kaconf.model;

import java.util.List;

/** A {@code track_group}: instances that go to fault when a static address, route or rule of the group vanishes. */
public record TrackGroup(String name, List<String> instances, Origins origins) {
	public TrackGroup {
		origins = Origins.orNone(origins);
		instances = List.copyOf(instances);
	}
}
