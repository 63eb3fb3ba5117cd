package org.kaconf.runtime.daemon;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.runtime.linux.LinkAddress;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.notify.Happening;
import org.kaconf.runtime.notify.Notifications;
import org.kaconf.runtime.notify.Subject;
import org.kaconf.vrrp.machine.Effect;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.AddRoutes;
import org.kaconf.vrrp.machine.Effect.AddRules;
import org.kaconf.vrrp.machine.Effect.AnnounceSource;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.NotifyLowerPriority;
import org.kaconf.vrrp.machine.Effect.NotifyPriority;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.RemoveRoutes;
import org.kaconf.vrrp.machine.Effect.RemoveRules;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.machine.Event;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.machine.Health;
import org.kaconf.vrrp.machine.LogLevel;
import org.kaconf.vrrp.machine.RouterMachine;
import org.kaconf.vrrp.machine.State;
import org.kaconf.vrrp.machine.Timing;
import org.kaconf.vrrp.machine.VirtualRouter;
import org.kaconf.vrrp.packet.Reason;

/** One virtual router of this node: hands events to the state machine and carries its effects out. Belongs to the loop's thread. */
final class Router implements EffectQueue.Performer {
	/** For an idle processor to wake up, and for what the takeover needs to come back into its caches. */
	private static final long LEAD = Duration.ofMillis(2).toNanos();
	private Instance instance;
	private Port port;
	private final Host host;
	private final Notifications notifications;
	private final Log log;
	private final EffectQueue effects;
	private Wrapping wrapping;
	private AdvertSender sender;
	private AdvertReader reader;
	private final DropLog dropLog;
	private final Statistics statistics = new Statistics();
	private final RouterMachine machine;
	/** Made once, so that handing over an effect makes no garbage. */
	private final Consumer<Effect> receiver = this::take;
	/** {@code null} when it moves alone. */
	private Group group;
	private int lastSendError;
	private boolean holdsAddresses;
	/** While nothing of what the state machine asks for is to be done. */
	private boolean rehearsing;

	Router(Instance instance, IpAddress primaryAddress, Port port, Host host, Notifications notifications, Log log, EffectQueue effects) {
		this.instance = instance;
		this.port = port;
		this.host = host;
		this.notifications = notifications;
		this.log = log;
		this.effects = effects;
		wrap(new Wrapping(instance));
		dropLog = new DropLog(log, instance.name());
		machine = new RouterMachine(VirtualRouter.of(instance, primaryAddress));
	}

	Instance instance() {
		return instance;
	}

	/** How it stands, as a value. */
	VirtualRouter state() {
		return machine.snapshot();
	}

	/** For its group. */
	RouterMachine machine() {
		return machine;
	}

	/** When {@link Event.Timer} is due. */
	long nextDeadline() {
		return machine.nextDeadline();
	}

	/** When the thread should be awake for that: before a takeover somewhat earlier. Every advert of the master puts that off, so that this costs nothing while there is one. */
	long wakeUp() {
		long deadline = machine.nextDeadline();
		return machine.state() == State.BACKUP && deadline != Timing.NEVER ? deadline - LEAD : deadline;
	}

	Port port() {
		return port;
	}

	Statistics statistics() {
		return statistics;
	}

	/** Is moved by no group any more, and need not care how its former members do. */
	void moveAlone(long now) {
		group = null;
		handle(new Event.GroupHealth(Health.WELL), now);
	}

	/** @param newGroup {@code null} to move alone */
	void join(Group newGroup) {
		group = newGroup;
	}

	private void wrap(Wrapping newWrapping) {
		wrapping = newWrapping;
		sender = new AdvertSender(instance, wrapping);
		reader = new AdvertReader(instance.family(), wrapping);
	}

	/** Goes on as the same virtual router with another configuration. */
	void reconfigure(Instance newInstance, Port newPort, long now) {
		if (holdsAddresses) {
			host.changeAcceptance(instance, newInstance);
		}
		port.remove(this);
		instance = newInstance;
		port = newPort;
		port.add(this);
		wrap(wrapping.continuedBy(newInstance));
		handle(new Event.Reconfigured(newInstance), now);
	}

	/** Leaves the virtual router for good: it is no longer configured. */
	void delete(long now) {
		group = null;
		port.remove(this);
		handle(new Event.Removed(), now);
	}

	void handle(Event event, long now) {
		if (group != null) {
			group.handle(this, event, now);
			return;
		}
		machine.handle(event, now, receiver);
	}

	/**
	 * Does at once what is quick: a flood of packets must not pile anything up. Everything else keeps its order and waits its turn. A rehearsal comes here, too: what it leaves out it
	 * leaves out as late as possible, because compiled code is only quick where it has been before.
	 */
	void take(Effect effect) {
		switch (effect) {
			case SendAdvert send -> send(send);
			case Drop drop -> drop(drop.reason(), drop.text());
			case Effect.Log line -> log(line);
			default -> {
				if (!rehearsing) {
					effects.add(this, effect);
				}
			}
		}
	}

	private void log(Effect.Log line) {
		if (rehearsing) {
			return;
		}
		if (line.level() == LogLevel.INFO) {
			log.info(line.text());
		} else {
			log.detail(line.text());
		}
	}

	private void drop(Reason reason, String text) {
		statistics.drop(reason);
		dropLog.dropped(reason, text, System.nanoTime());
	}

	/**
	 * Goes through the takeover without doing it: with a copy of the state machine, to the advert that is ready to be sent. The first takeover, the one that counts, then
	 * finds all that it runs loaded and compiled, and for that it has to be the same code.
	 */
	void rehearse() {
		if (group != null) {
			group.rehearse(this);
			return;
		}
		VirtualRouter state = machine.snapshot();
		setRehearsing(true);
		try {
			new RouterMachine(state).handle(Event.TIMER, state.nextDeadline(), receiver);
		} finally {
			setRehearsing(false);
		}
	}

	/** @param rehearsing whether nothing of what {@link #take} takes is to be done */
	void setRehearsing(boolean rehearsing) {
		this.rehearsing = rehearsing;
	}

	/** A packet that names this virtual router, with its IP header. @param now when it came */
	void receive(MemorySegment packet, int headerBytes, int length, long now) {
		statistics.advertsReceived++;
		AdvertReceived received = reader.read(packet, headerBytes, length);
		if (received != null) {
			statistics.read(received.advertisement());
			handle(received, now);
			return;
		}
		drop(reader.malformed().reason(), reader.malformed().detail());
	}

	@Override
	public void perform(Effect effect) {
		switch (effect) {
			case AddAddresses add -> {
				holdsAddresses = true;
				host.add(instance, add.addresses());
			}
			case RemoveAddresses remove -> remove(remove.addresses());
			case SendGratuitousArp announce -> statistics.gratuitousArpsSent += host.announce(instance, announce.addresses(), announce.repeat());
			case Notify notify -> {
				statistics.entered(notify.newState(), notify.priority());
				tell(Happening.of(notify.newState()), notify.priority());
			}
			case AddRoutes add -> host.addRoutes(instance, add.routes());
			case RemoveRoutes remove -> host.removeRoutes(instance, remove.routes());
			case AddRules add -> host.addRules(instance, add.rules());
			case RemoveRules remove -> host.removeRules(instance, remove.rules());
			case AnnounceSource announce -> host.announce(instance, announce.address());
			case NotifyPriority notify -> tell(notify.state() == State.MASTER ? Happening.MASTER_PRIORITY : Happening.BACKUP_PRIORITY, notify.priority());
			case NotifyLowerPriority notify -> tell(Happening.MASTER_RX_LOWER_PRI, notify.priority());
			case SendAdvert atOnce -> take(atOnce);
			case Drop atOnce -> take(atOnce);
			case Effect.Log atOnce -> take(atOnce);
		}
	}

	/** Tells the notify pipes again how it stands. */
	void repeatState() {
		notifications.repeat(Subject.of(instance), Happening.of(machine.state()), machine.snapshot().effectivePriority());
	}

	private void tell(Happening happening, int priority) {
		notifications.tell(Subject.of(instance), happening, priority);
	}

	private void send(SendAdvert send) {
		if (machine.primaryAddress() == null || port.socket() == null) {
			// The interface has lost its address or is gone; the state machine knows or is about to.
			return;
		}
		if (rehearsing) {
			sender.rehearse(send.advertisement(), machine.primaryAddress());
			return;
		}
		int errno = sender.send(port.socket(), send.advertisement(), machine.primaryAddress());
		if (errno == 0) {
			statistics.sent(send.advertisement());
		} else if (errno != lastSendError) {
			// Said once, not with every advert.
			log.info("(" + instance.name() + ") cannot send an advert on " + instance.interfaceName() + ": " + LinuxException.describe(errno));
		}
		lastSendError = errno;
	}

	/** Sets an address again that somebody else has removed while this router is master: a network manager, or the kernel with another of its subnet. */
	void restore(LinkAddress removed) {
		if (!holdsAddresses || machine.state() != State.MASTER) {
			return;
		}
		List<VirtualAddress> lost = Stream.concat(instance.virtualAddresses().stream(), instance.excludedAddresses().stream())
				.filter(address -> address.options().tracked() && host.isSame(address, removed)).toList();
		if (!lost.isEmpty()) {
			log.info("(" + instance.name() + ") " + removed.prefix() + " was removed by somebody else, setting it again");
			host.add(instance, lost);
			statistics.gratuitousArpsSent += host.announce(instance, lost, 1);
		}
	}

	/** The same for routes and rules. */
	void restoreRouting() {
		if (holdsAddresses && machine.state() == State.MASTER) {
			host.restoreRouting(instance);
		}
	}

	private void remove(List<VirtualAddress> addresses) {
		List<VirtualAddress> removed = host.remove(instance, addresses);
		if (!holdsAddresses) {
			removed.forEach(address -> log.info("(" + instance.name() + ") removed " + address.prefix() + ", left behind by a daemon that was killed"));
		}
		// A reload may take some of them from a master.
		holdsAddresses = holdsAddresses && machine.state() == State.MASTER;
		if (!holdsAddresses) {
			host.ceased(instance);
		}
	}

	/** Hands the address on that this router sends from, if it has changed. @param candidates as for {@link #primaryAddress} */
	void choosePrimaryAddress(List<IpAddress> candidates, long now) {
		IpAddress chosen = primaryAddress(instance, candidates);
		if (!Objects.equals(chosen, machine.primaryAddress())) {
			handle(new Event.AddressChanged(chosen), now);
		}
	}

	/**
	 * Which address a router sends from: the configured one, which must be there with {@code track_src_ip} only, else the interface's first; over IPv6 its first of the link (RFC 9568, 5.1.2.1).
	 *
	 * @param candidates addresses of the interface that the machine has of its own
	 * @return {@code null} for none
	 */
	static IpAddress primaryAddress(Instance instance, List<IpAddress> candidates) {
		if (instance.sourceAddress() != null) {
			boolean missing = instance.interfaceOptions().trackSource() && !candidates.contains(instance.sourceAddress());
			return missing ? null : instance.sourceAddress();
		}
		for (IpAddress candidate : candidates) {
			if (candidate.family() == instance.family() && (candidate.family() == Family.IPV4 || candidate.isLinkLocal())) {
				return candidate;
			}
		}
		return null;
	}
}
