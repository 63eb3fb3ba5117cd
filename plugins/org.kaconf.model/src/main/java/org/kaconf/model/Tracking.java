package org.kaconf.model;

import java.util.List;

/** All that an instance or a sync group tracks. */
public record Tracking(List<TrackedScript> scripts, List<TrackedInterface> interfaces, List<TrackedProcess> processes, List<TrackedFile> files,
		List<TrackedBfd> bfds) {
	public static final Tracking NONE = new Tracking(List.of(), List.of(), List.of(), List.of(), List.of());

	public Tracking {
		scripts = List.copyOf(scripts);
		interfaces = List.copyOf(interfaces);
		processes = List.copyOf(processes);
		files = List.copyOf(files);
		bfds = List.copyOf(bfds);
	}
}
