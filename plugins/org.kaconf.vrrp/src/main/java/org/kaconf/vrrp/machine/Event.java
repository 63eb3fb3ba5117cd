package org.kaconf.vrrp.machine;

import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.packet.Advertisement;

/** What can happen to a virtual router on a node. */
public sealed interface Event {
	/** The node starts. Before it, {@link Track}, {@link Link} and {@link AddressChanged} only set how things stand at the start. */
	record Start() implements Event {
	}

	/** The node stops in good order (SIGTERM). */
	record Stop() implements Event {
	}

	/** A deadline has passed, see {@link VirtualRouter#nextDeadline}. Harmless when none has. */
	record Timer() implements Event {
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

	/** The interface of the instance went up or down. */
	record Link(boolean up) implements Event {
	}

	/** A tracked thing turned good or bad; a script does after {@link ScriptState} has counted its results. */
	record Track(Tracker tracker, boolean good) implements Event {
	}

	/**
	 * A new configuration of the same virtual router (SIGHUP): a master stays master. An instance with another virtual router id, family, interface or
	 * version is another virtual router; stop the old and start the new one instead.
	 */
	record Reconfigured(Instance instance) implements Event {
	}

	/** The sync group moves all its members to a state; only {@link RouterGroup} sends it. */
	record GroupMoved(State state) implements Event {
	}

	/** The master of this member is down, but the sync group cannot move yet; only {@link RouterGroup} sends it. */
	record GroupHolds() implements Event {
	}
}
