package org.kaconf.model;

import java.util.List;

/** What tracks something: an {@link Instance} or a {@link SyncGroup}. */
public sealed interface Tracks permits Instance, SyncGroup {
	Tracking tracking();

	default List<TrackedScript> trackedScripts() {
		return tracking().scripts();
	}

	default List<TrackedInterface> trackedInterfaces() {
		return tracking().interfaces();
	}

	default List<TrackedProcess> trackedProcesses() {
		return tracking().processes();
	}

	default List<TrackedFile> trackedFiles() {
		return tracking().files();
	}

	default List<TrackedBfd> trackedBfds() {
		return tracking().bfds();
	}
}
