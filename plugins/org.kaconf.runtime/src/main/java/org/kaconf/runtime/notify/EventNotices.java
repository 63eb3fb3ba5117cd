package org.kaconf.runtime.notify;

import java.time.Instant;
import org.kaconf.runtime.control.Broadcast;

/** Hands everything on to the subscribers of the control socket. */
final class EventNotices implements Listener {
	/**
	 * A line for subscribers.
	 *
	 * @param event {@code state} or {@code notice}
	 * @param at ISO-8601 in UTC
	 */
	record Event(String event, String at, String kind, String name, String what, int priority) {
	}

	private final Broadcast events;

	EventNotices(Broadcast events) {
		this.events = events;
	}

	@Override
	public void hear(Subject subject, Happening happening, int priority) {
		if (events.isHeard()) {
			events.publish(new Event(happening.isState() ? "state" : "notice", Instant.now().toString(), subject.kind(), subject.name(), happening.name(), priority));
		}
	}
}
