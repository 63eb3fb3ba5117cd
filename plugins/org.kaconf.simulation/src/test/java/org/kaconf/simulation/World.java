package org.kaconf.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.machine.Effect;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Step;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.machine.VirtualRouter;
import org.kaconf.vrrp.packet.Advertisement;

/**
 * A segment with one virtual router at one moment: how each node stands, with its deadlines seen from that moment, and the adverts on their way. A value: two
 * worlds that are equal have the same futures.
 *
 * @param inFlight in an order of their own, so that the order in which they were sent does not tell worlds apart
 * @param faults how many crashes, stops and starts may still happen
 * @param losses how many adverts may still be lost
 */
record World(List<VirtualRouter> routers, List<Message> inFlight, int faults, int losses) {
	/** How long an advert may be on its way: longer than the skew times of neighbouring priorities differ. */
	static final long MOST_DELAY = 20_000_000L;

	private static final Comparator<Message> ORDER = Comparator.comparingInt(Message::sender).thenComparingInt(Message::receiver)
			.thenComparingLong(Message::age).thenComparingInt(m -> m.advert().priority());

	/** An advert on its way. @param age for how long, in nanoseconds */
	record Message(int sender, int receiver, Advertisement advert, long age) {
	}

	/** What can happen next, and what comes of it. */
	record Future(String what, World world) {
	}

	World {
		routers = List.copyOf(routers);
		inFlight = inFlight.stream().sorted(ORDER).toList();
	}

	/** Of routers that have not started: all start at once. */
	static World of(List<VirtualRouter> unstarted, int faults, int losses) {
		World world = new World(unstarted, List.of(), faults, losses);
		for (int i = 0; i < unstarted.size(); i++) {
			world = world.after(i, new Event.Start(), List.of());
		}
		return world;
	}

	/** Everything that can happen next, in every order that time allows. */
	void futures(Consumer<Future> futures) {
		Message before = null;
		for (Message message : inFlight) {
			if (message.equals(before)) {
				continue;
			}
			before = message;
			String name = "advert " + message.advert().priority() + " of " + message.sender() + " to " + message.receiver();
			futures.accept(new Future(name + " arrives", deliver(message)));
			if (losses > 0) {
				futures.accept(new Future(name + " is lost", new World(routers, without(message), faults, losses - 1)));
			}
		}
		for (int i = 0; i < routers.size(); i++) {
			if (isDue(i)) {
				futures.accept(new Future("timer of " + i, fire(i)));
			}
			if (faults > 0) {
				addFaults(i, futures);
			}
		}
	}

	private void addFaults(int i, Consumer<Future> futures) {
		World next = new World(routers, inFlight, faults - 1, losses);
		if (routers.get(i).started()) {
			futures.accept(new Future("crash of " + i, next.with(i, unstarted(i))));
			futures.accept(new Future("stop of " + i, next.after(i, new Event.Stop(), inFlight)));
		} else {
			futures.accept(new Future("start of " + i, next.with(i, unstarted(i)).after(i, new Event.Start(), inFlight)));
		}
	}

	private VirtualRouter unstarted(int i) {
		return VirtualRouter.of(routers.get(i).instance(), routers.get(i).primaryAddress());
	}

	private World with(int i, VirtualRouter router) {
		List<VirtualRouter> changed = new ArrayList<>(routers);
		changed.set(i, router);
		return new World(changed, inFlight, faults, losses);
	}

	/** Whether a router's deadline is the next, and no advert would have to be late for it. */
	private boolean isDue(int i) {
		long deadline = routers.get(i).nextDeadline();
		return deadline != Timing.NEVER && deadline == untilNextDeadline() && inFlight.stream().allMatch(m -> m.age() + Math.max(0, deadline) <= MOST_DELAY);
	}

	private long untilNextDeadline() {
		return routers.stream().mapToLong(VirtualRouter::nextDeadline).min().orElse(Timing.NEVER);
	}

	private World fire(int i) {
		long passed = Math.max(0, routers.get(i).nextDeadline());
		List<VirtualRouter> later = passed == 0 ? routers : routers.stream().map(r -> r.shifted(-passed)).toList();
		List<Message> older = inFlight.stream().map(m -> new Message(m.sender(), m.receiver(), m.advert(), m.age() + passed)).toList();
		return new World(later, older, faults, losses).after(i, new Event.Timer(), older);
	}

	private World deliver(Message message) {
		IpAddress source = routers.get(message.sender()).primaryAddress();
		return after(message.receiver(), new Event.AdvertReceived(message.advert(), source), without(message));
	}

	private List<Message> without(Message message) {
		List<Message> others = new ArrayList<>(inFlight);
		others.remove(message);
		return others;
	}

	private World after(int i, Event event, List<Message> stillInFlight) {
		Step step = VirtualRouter.step(routers.get(i), event, 0);
		List<Message> messages = new ArrayList<>(stillInFlight);
		for (Effect effect : step.effects()) {
			if (effect instanceof SendAdvert send) {
				for (int receiver = 0; receiver < routers.size(); receiver++) {
					if (receiver != i) {
						messages.add(new Message(i, receiver, send.advertisement(), 0));
					}
				}
			}
		}
		return new World(with(i, step.state()).routers, messages, faults, losses);
	}

	/** What becomes of it within a time if nothing goes wrong any more: every advert arrives, every timer fires. */
	World quietly(long time) {
		World world = this;
		long left = time;
		while (true) {
			if (!world.inFlight.isEmpty()) {
				world = world.deliver(world.inFlight.getFirst());
				continue;
			}
			long step = Math.max(0, world.untilNextDeadline());
			if (step > left) {
				return world;
			}
			left -= step;
			for (int i = 0; i < world.routers.size(); i++) {
				if (world.isDue(i)) {
					world = world.fire(i);
					break;
				}
			}
		}
	}

	/** The places of the nodes that are master. */
	List<Integer> masters() {
		List<Integer> masters = new ArrayList<>();
		for (int i = 0; i < routers.size(); i++) {
			if (routers.get(i).state() == State.MASTER) {
				masters.add(i);
			}
		}
		return masters;
	}

	/** Of a few numbers only: that of a whole configuration takes long. */
	@Override
	public int hashCode() {
		int hash = Objects.hash(inFlight.size(), faults, losses);
		for (VirtualRouter router : routers) {
			hash = 31 * hash + Objects.hash(router.state(), router.nextDeadline(), router.masterPriority(), router.started());
		}
		for (Message message : inFlight) {
			hash = 31 * hash + Objects.hash(message.sender(), message.receiver(), message.age(), message.advert().priority());
		}
		return hash;
	}
}
