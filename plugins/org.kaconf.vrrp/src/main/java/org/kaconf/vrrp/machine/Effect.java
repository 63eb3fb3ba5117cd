package org.kaconf.vrrp.machine;

import java.util.List;
import org.kaconf.model.VirtualAddress;
import org.kaconf.vrrp.packet.Advertisement;
import org.kaconf.vrrp.packet.Reason;

/** What a node is to do now. Effects are carried out in the order in which they are given. */
public sealed interface Effect {
	/** Send the advert to the multicast group or to every unicast peer. */
	record SendAdvert(Advertisement advertisement) implements Effect {
	}

	/** Set addresses on their interfaces; one that is there already is fine. */
	record AddAddresses(List<VirtualAddress> addresses) implements Effect {
	}

	/** Remove addresses from their interfaces; one that is not there is fine. */
	record RemoveAddresses(List<VirtualAddress> addresses) implements Effect {
	}

	/**
	 * Send gratuitous ARPs, or unsolicited neighbour advertisements for IPv6 addresses.
	 *
	 * @param repeat frames for each address, at least 1; round by round over all addresses
	 */
	record SendGratuitousArp(List<VirtualAddress> addresses, int repeat) implements Effect {
	}

	/**
	 * Tell the notify scripts and pipes.
	 *
	 * @param newState {@link State#INITIALIZE} when the node has stopped
	 * @param priority the effective priority, 1..255
	 */
	record Notify(State newState, int priority) implements Effect {
	}

	/** Count a dropped advert in the statistics. */
	record Count(Reason reason) implements Effect {
	}

	/** Log a line; the text is keepalived's. */
	record Log(LogLevel level, String text) implements Effect {
	}
}
