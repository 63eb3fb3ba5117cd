package org.kaconf.vrrp.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kaconf.model.Family;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.Log;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.machine.Tracking.Health;
import org.kaconf.vrrp.packet.Advertisement;

/** A virtual router in the middle of a step: its state as it changes, the effects so far, and the moves that several events have in common. */
final class RouterDraft {
	private static final long NANOS_PER_MILLISECOND = 1_000_000L;

	final long now;
	final List<Effect> effects = new ArrayList<>();
	Instance instance;
	IpAddress primaryAddress;
	Advertisement advertisement;
	State state;
	int basePriority;
	int effectivePriority;
	boolean started;
	boolean linkUp;
	Map<Tracker, Boolean> trackers;
	long masterAdvertInterval;
	long deadline;
	long preemptDeadline;
	long garpDeadline;
	long lowerPriorityGarpDeadline;
	long garpRefreshDeadline;
	IpAddress masterAddress;
	int masterPriority;
	boolean wantsMaster;
	boolean heldInFault;
	final boolean dropsOtherAddresses;

	RouterDraft(VirtualRouter from, long now) {
		this.now = now;
		instance = from.instance();
		primaryAddress = from.primaryAddress();
		advertisement = from.advertisement();
		state = from.state();
		basePriority = from.basePriority();
		effectivePriority = from.effectivePriority();
		started = from.started();
		linkUp = from.linkUp();
		trackers = from.trackers();
		masterAdvertInterval = from.masterAdvertInterval();
		deadline = from.deadline();
		preemptDeadline = from.preemptDeadline();
		garpDeadline = from.garpDeadline();
		lowerPriorityGarpDeadline = from.lowerPriorityGarpDeadline();
		garpRefreshDeadline = from.garpRefreshDeadline();
		masterAddress = from.masterAddress();
		masterPriority = from.masterPriority();
		wantsMaster = from.wantsMaster();
		heldInFault = from.heldInFault();
		dropsOtherAddresses = from.dropsOtherAddresses();
	}

	Step step() {
		return new Step(result(), effects);
	}

	private VirtualRouter result() {
		return new VirtualRouter(instance, primaryAddress, advertisement, state, basePriority, effectivePriority, started, linkUp, trackers,
				masterAdvertInterval, deadline, preemptDeadline, garpDeadline, lowerPriorityGarpDeadline, garpRefreshDeadline, masterAddress,
				masterPriority, wantsMaster, heldInFault, dropsOtherAddresses);
	}

	// Tracking

	Health health() {
		return Tracking.health(instance, trackers, linkUp && primaryAddress != null);
	}

	void applyPriority() {
		int priority = Tracking.effectivePriority(instance, basePriority, trackers);
		if (priority == effectivePriority) {
			return;
		}
		info("Changing effective priority from " + effectivePriority + " to " + priority);
		long before = masterDownInterval();
		effectivePriority = priority;
		advertisement = advertisement.withPriority(priority);
		if (state == State.BACKUP) {
			deadline += masterDownInterval() - before;
		}
	}

	// Entering states

	/** RFC 9568, 6.4.2. The advert goes first, so that an old master lets go of the addresses before they are announced here. */
	void becomeMaster() {
		if (instance.version() == VrrpVersion.V3 && masterAdvertInterval != advertInterval()) {
			detail("changing advert interval from " + milliseconds(masterAdvertInterval) + "ms to locally configured " + milliseconds(advertInterval())
					+ "ms");
		}
		masterAdvertInterval = advertInterval();
		state = State.MASTER;
		wantsMaster = false;
		sendAdvert();
		deadline = now + advertInterval();
		info("Entering MASTER STATE");
		if (!allAddresses().isEmpty()) {
			detail("setting VIPs.");
			effects.add(new AddAddresses(allAddresses()));
			sendGratuitousArp(instance.garp().masterRepeat());
		}
		effects.add(new Notify(State.MASTER, effectivePriority));
		garpDeadline = after(instance.garp().masterDelay().toNanos());
		garpRefreshDeadline = after(instance.garp().masterRefresh().toNanos());
		lowerPriorityGarpDeadline = Timing.NEVER;
	}

	private long after(long delay) {
		return delay > 0 ? now + delay : Timing.NEVER;
	}

	void enterBackup() {
		state = State.BACKUP;
		wantsMaster = false;
		clearDeadlines();
		deadline = now + masterDownInterval();
		effects.add(new Notify(State.BACKUP, effectivePriority));
	}

	void enterFault() {
		state = State.FAULT;
		wantsMaster = false;
		clearDeadlines();
		effects.add(new Notify(State.FAULT, effectivePriority));
	}

	void clearDeadlines() {
		deadline = Timing.NEVER;
		preemptDeadline = Timing.NEVER;
		garpDeadline = Timing.NEVER;
		lowerPriorityGarpDeadline = Timing.NEVER;
		garpRefreshDeadline = Timing.NEVER;
	}

	// Effects

	void sendAdvert() {
		effects.add(new SendAdvert(advertisement));
	}

	void sayGoodbye() {
		effects.add(new SendAdvert(advertisement.withPriority(Advertisement.STOPPING)));
		detail("sent 0 priority");
	}

	void removeAddresses() {
		if (!allAddresses().isEmpty()) {
			detail("removing VIPs.");
			effects.add(new RemoveAddresses(allAddresses()));
		}
	}

	List<VirtualAddress> allAddresses() {
		if (instance.excludedAddresses().isEmpty()) {
			return instance.virtualAddresses();
		}
		List<VirtualAddress> all = new ArrayList<>(instance.virtualAddresses());
		all.addAll(instance.excludedAddresses());
		return all;
	}

	void sendGratuitousArp(int repeat) {
		sendGratuitousArp(allAddresses(), repeat);
	}

	void sendGratuitousArp(List<VirtualAddress> addresses, int repeat) {
		if (addresses.isEmpty() || state != State.MASTER) {
			return;
		}
		for (VirtualAddress address : addresses) {
			detail("Sending/queueing " + (address.address().family() == Family.IPV4 ? "gratuitous ARPs" : "Unsolicited Neighbour Adverts") + " on "
					+ (address.device() == null ? instance.interfaceName() : address.device()) + " for " + address.address());
		}
		effects.add(new SendGratuitousArp(addresses, repeat));
	}

	void info(String text) {
		log(LogLevel.INFO, text);
	}

	void detail(String text) {
		log(LogLevel.DETAIL, text);
	}

	private void log(LogLevel level, String text) {
		effects.add(new Log(level, "(" + instance.name() + ") " + text));
	}

	// Intervals

	long advertInterval() {
		return instance.advertInterval().toNanos();
	}

	long masterDownInterval() {
		return Timing.masterDown(instance, effectivePriority, masterAdvertInterval);
	}

	static long milliseconds(long nanos) {
		return nanos / NANOS_PER_MILLISECOND;
	}
}
