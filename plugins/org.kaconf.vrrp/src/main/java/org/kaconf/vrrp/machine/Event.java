package org.kaconf.vrrp.machine;

import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.packet.Advertisement;

/** What can happen to a virtual router on a node. */
public sealed interface Event {
	/** The one that all who have deadlines hand in: it says nothing more. */
	Timer TIMER = new Timer();

	/**
	 * The node starts. Before it, {@link Track}, {@link FileValue}, {@link Link} and {@link AddressChanged} only set how things stand at the start.
	 *
	 * @param delayNanos vrrp_startup_delay: for how long no backup may begin to wait for a silent master; 0 for not at all
	 */
	record Start(long delayNanos) implements Event {
		public Start() {
			this(0);
		}
	}

	/** The node stops in good order (SIGTERM). */
	record Stop() implements Event {
	}

	/** A reload has removed the instance: as {@link Stop}, but the notification is keepalived's for it. */
	record Removed() implements Event {
	}

	/** A deadline has passed, see {@link VirtualRouter#nextDeadline}. Harmless when none has. */
	record Timer() implements Event {
	}

	/**
	 * The node got no time although it had nothing else to do, and has now taken what arrived meanwhile. A master that stood still with it, on the same hypervisor or the same network card, is as late.
	 *
	 * @param nanos how late it noticed that a deadline had come
	 */
	record HeldUp(long nanos) implements Event {
	}

	/**
	 * A well-formed advert for this virtual router arrived.
	 *
	 * @param destination where it was sent to; {@code null} when that is not known
	 * @param ttl its TTL or hop limit, 0..255; -1 when that is not known
	 */
	record AdvertReceived(Advertisement advertisement, IpAddress source, IpAddress destination, int ttl) implements Event {
		public AdvertReceived(Advertisement advertisement, IpAddress source) {
			this(advertisement, source, null, -1);
		}
	}

	/** The address this node sends from has changed. @param address {@code null} when there is none any more */
	record AddressChanged(IpAddress address) implements Event {
	}

	/** The interface of the instance went up or down, after the delays of {@link DebouncedLink}. */
	record Link(boolean up) implements Event {
	}

	/** A tracked thing turned good or bad; a script does after {@link ScriptState} has counted its results. */
	record Track(Tracker tracker, boolean good) implements Event {
	}

	/** A tracked file holds another number now; 0 for one that is not there or holds none. */
	record FileValue(String file, int value) implements Event {
	}

	/**
	 * A new configuration of the same virtual router (SIGHUP): a master stays master. An instance with another virtual router id, family, interface or
	 * version is another virtual router; stop the old and start the new one instead.
	 */
	record Reconfigured(Instance instance) implements Event {
	}

	/** The sync group moves its other members to MASTER or BACKUP; only {@link RouterGroup} sends it. */
	record GroupMoved(State state) implements Event {
	}

	/** The worst health of all members of the sync group has changed; only {@link RouterGroup} sends it. */
	record GroupHealth(Health health) implements Event {
	}

	/** The master of this member is down, but the sync group cannot move yet; only {@link RouterGroup} sends it. */
	record GroupHolds() implements Event {
	}

	/** Another member of the sync group, master like this one, has heard a master of lower priority; only {@link RouterGroup} sends it. */
	record GroupHeardLowerPriority() implements Event {
	}
}
