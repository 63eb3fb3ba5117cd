package org.kaconf.vrrp.machine;

import java.util.List;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Route;
import org.kaconf.model.RoutingRule;
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

	/** Set routes; one that is there already is fine. */
	record AddRoutes(List<Route> routes) implements Effect {
	}

	/** Remove routes; one that is not there is fine. */
	record RemoveRoutes(List<Route> routes) implements Effect {
	}

	/** Set routing rules; one that is there already is fine. */
	record AddRules(List<RoutingRule> rules) implements Effect {
	}

	/** Remove routing rules; one that is not there is fine. */
	record RemoveRules(List<RoutingRule> rules) implements Effect {
	}

	/**
	 * Send gratuitous ARPs, or unsolicited neighbour advertisements for IPv6 addresses.
	 *
	 * @param repeat frames for each address, at least 1; round by round over all addresses
	 */
	record SendGratuitousArp(List<VirtualAddress> addresses, int repeat) implements Effect {
	}

	/** Send one gratuitous ARP or neighbour advertisement for the address that adverts are sent from: unicast peers may have forgotten it. */
	record AnnounceSource(IpAddress address) implements Effect {
	}

	/**
	 * Tell the notify scripts and pipes.
	 *
	 * @param newState {@link State#INITIALIZE} when the node has stopped, {@link State#DELETED} when a reload has removed the instance
	 * @param priority the effective priority, 1..255; 0 for a sync group
	 */
	record Notify(State newState, int priority) implements Effect {
	}

	/** Tell the pipes that the effective priority has changed; only with notify_priority_changes. @param priority the new one, 1..254 */
	record NotifyPriority(State state, int priority) implements Effect {
	}

	/** Run notify_master_rx_lower_pri and tell the pipes: this master has heard another one of lower priority. @param priority our own */
	record NotifyLowerPriority(int priority) implements Effect {
	}

	/**
	 * Count a dropped advert in the statistics, and say so now and then: who floods the segment must not fill the log.
	 *
	 * @param text one line in keepalived's words, without the name of the instance
	 */
	record Drop(Reason reason, String text) implements Effect {
	}

	/** Log a line; the text is keepalived's. */
	record Log(LogLevel level, String text) implements Effect {
	}
}
