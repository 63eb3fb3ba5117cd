package org.kaconf.runtime.daemon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kaconf.model.Family;
import org.kaconf.model.GratuitousArp;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.machine.Timing;

/**
 * Decides when the segment is told which interface has an address now, by gratuitous ARP and unsolicited neighbour advertisements. Where a pause between frames is
 * configured, an address that must wait is announced once however often it was to be, as in keepalived. Belongs to the loop's thread.
 */
final class Announcer {
	/** Interfaces whose frames are sent with pauses between them. @param group above 0 for several interfaces, else that of {@code carrier} alone */
	private record Segment(String carrier, int group, Family family) {
		static Segment of(Announcement announcement, GratuitousArp pace) {
			return new Segment(pace.pacingGroup() > 0 ? "" : announcement.carrier(), pace.pacingGroup(), announcement.address().family());
		}
	}

	/** What waits on a segment. */
	private static final class Waiting {
		private final Set<Announcement> announcements = new LinkedHashSet<>();
		private long interval;
		private long notBefore;
	}

	/** Sends the frame of an announcement. */
	interface Transmitter {
		/** @return whether it was sent */
		boolean send(Announcement announcement, long now);
	}

	private final Transmitter transmitter;
	private final Map<Segment, Waiting> segments = new HashMap<>();
	/** All of them, to be looked at with every round of the loop: a list needs no iterator. */
	private final List<Waiting> all = new ArrayList<>();

	Announcer(Transmitter transmitter) {
		this.transmitter = transmitter;
	}

	/** Sends frames, round by round over all addresses. @return frames sent now */
	int announce(List<Announcement> announcements, int repeat, GratuitousArp pace, long now) {
		int sent = 0;
		for (int round = 0; round < repeat; round++) {
			for (Announcement announcement : announcements) {
				sent += announce(announcement, pace, now) ? 1 : 0;
			}
		}
		return sent;
	}

	private boolean announce(Announcement announcement, GratuitousArp pace, long now) {
		long interval = (announcement.address().family() == Family.IPV4 ? pace.interval() : pace.neighbourInterval()).toNanos();
		if (interval == 0) {
			return transmitter.send(announcement, now);
		}
		Waiting waiting = segments.computeIfAbsent(Segment.of(announcement, pace), segment -> added());
		waiting.interval = interval;
		if (waiting.announcements.isEmpty() && waiting.notBefore <= now) {
			waiting.notBefore = now + interval;
			return transmitter.send(announcement, now);
		}
		waiting.announcements.add(announcement);
		return false;
	}

	private Waiting added() {
		Waiting waiting = new Waiting();
		all.add(waiting);
		return waiting;
	}

	/** When the next frame is due; {@link Timing#NEVER} for none. */
	long next() {
		long next = Timing.NEVER;
		for (int i = 0; i < all.size(); i++) {
			Waiting waiting = all.get(i);
			if (!waiting.announcements.isEmpty()) {
				next = Math.min(next, waiting.notBefore);
			}
		}
		return next;
	}

	/** Sends what is due. */
	void due(long now) {
		for (int i = 0; i < all.size(); i++) {
			Waiting waiting = all.get(i);
			if (!waiting.announcements.isEmpty() && waiting.notBefore <= now) {
				Announcement first = waiting.announcements.iterator().next();
				waiting.announcements.remove(first);
				waiting.notBefore = now + waiting.interval;
				transmitter.send(first, now);
			}
		}
	}

	/** An address has gone: nothing is said of it any more. */
	void forget(IpAddress address) {
		all.forEach(waiting -> waiting.announcements.removeIf(announcement -> announcement.address().equals(address)));
	}
}
