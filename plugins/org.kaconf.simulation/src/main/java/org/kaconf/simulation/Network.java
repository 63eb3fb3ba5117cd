package org.kaconf.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.kaconf.model.IpAddress;
import org.kaconf.model.Node;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.packet.Advertisement;

/** The links of a component and the adverts on their way. */
final class Network {
	/** How long an advert is on its way: more than it takes on any segment. */
	static final long LATENCY = Duration.ofMillis(1).toNanos();

	/** What the segment does to an advert; beside this an advert needs both links to be up. */
	interface Segment {
		/** A segment that carries everything, always, each advert once and in the same time. */
		Segment PERFECT = (sender, receiver, now, arrivals) -> arrivals.arrives(now + LATENCY);

		/** Says when an advert sent now arrives: never, once, or several times. */
		void carry(int sender, int receiver, long now, Arrivals arrivals);
	}

	/** Takes when an advert arrives. */
	interface Arrivals {
		void arrives(long at);
	}

	/** An advert on its way. @param number counts all adverts, so that two of the same time arrive in the order in which they were sent */
	record Delivery(long at, long number, int sender, int receiver, Advertisement advert, IpAddress destination) {
	}

	private static final Comparator<Delivery> BY_TIME = Comparator.comparingLong(Delivery::at).thenComparingLong(Delivery::number);

	private final Component component;
	private final Segment segment;
	private final Map<String, Set<String>> downInterfaces = new LinkedHashMap<>();
	private final PriorityQueue<Delivery> inFlight = new PriorityQueue<>(BY_TIME);
	/** What each participant has sent. */
	private final long[] adverts;
	private long sent;

	Network(Component component, Segment segment) {
		this.component = component;
		this.segment = segment;
		adverts = new long[component.participants().size()];
	}

	Network(Network other) {
		component = other.component;
		segment = other.segment;
		other.downInterfaces.forEach((node, names) -> downInterfaces.put(node, new HashSet<>(names)));
		inFlight.addAll(other.inFlight);
		adverts = other.adverts.clone();
		sent = other.sent;
	}

	/** Whether nothing is on its way, and what is sent always arrives. */
	boolean isQuiet() {
		return segment == Segment.PERFECT && inFlight.isEmpty();
	}

	void setInterface(Node node, String name, boolean up) {
		Set<String> down = downInterfaces.computeIfAbsent(node.name(), n -> new HashSet<>());
		if (up) {
			down.remove(name);
		} else {
			down.add(name);
		}
	}

	Set<String> downInterfaces(Node node) {
		return downInterfaces.getOrDefault(node.name(), Set.of());
	}

	private boolean isConnected(int participant) {
		Participant who = component.participants().get(participant);
		return who.instance().interfaceName() == null || !downInterfaces(who.node()).contains(who.instance().interfaceName());
	}

	/** Sends an advert to all that can hear it. */
	void send(int sender, Advertisement advert, long now) {
		adverts[sender]++;
		if (!isConnected(sender)) {
			return;
		}
		for (int receiver : component.hearers().get(sender)) {
			segment.carry(sender, receiver, now, at -> inFlight.add(new Delivery(at, sent++, sender, receiver, advert, destination(sender, receiver))));
		}
	}

	private IpAddress destination(int sender, int receiver) {
		Participant from = component.participants().get(sender);
		return from.instance().isUnicast() ? component.participants().get(receiver).address() : from.instance().multicastGroup();
	}

	/** How many adverts a participant has sent, whether they arrived or not. */
	long adverts(int participant) {
		return adverts[participant];
	}

	/** When the next advert arrives; {@link Timing#NEVER} when none is on its way. */
	long nextArrival() {
		return inFlight.isEmpty() ? Timing.NEVER : inFlight.peek().at();
	}

	/** The next advert that has arrived by now, or {@code null}; those that find their link down are lost. */
	Delivery receive(long now) {
		while (nextArrival() <= now) {
			Delivery delivery = inFlight.remove();
			if (isConnected(delivery.receiver())) {
				return delivery;
			}
		}
		return null;
	}
}
