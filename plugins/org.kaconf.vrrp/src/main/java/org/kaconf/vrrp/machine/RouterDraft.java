package org.kaconf.vrrp.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kaconf.model.Family;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.AddRoutes;
import org.kaconf.vrrp.machine.Effect.AddRules;
import org.kaconf.vrrp.machine.Effect.Log;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.NotifyPriority;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.RemoveRoutes;
import org.kaconf.vrrp.machine.Effect.RemoveRules;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.packet.Advertisement;

/** The state of a virtual router as it changes, and the moves that several events have in common. */
final class RouterDraft {
	private static final long NANOS_PER_MILLISECOND = 1_000_000L;

	long now;
	private Consumer<Effect> effects;
	Instance instance;
	IpAddress primaryAddress;
	private SendAdvert advert;
	State state;
	int basePriority;
	int effectivePriority;
	boolean started;
	Observations observations;
	Health groupHealth;
	long masterAdvertInterval;
	long deadline;
	long preemptDeadline;
	long garpDeadline;
	long lowerPriorityGarpDeadline;
	long garpRefreshDeadline;
	private long patienceDeadline;
	private long startupDeadline;
	IpAddress masterAddress;
	int masterPriority;
	boolean wantsMaster;
	final boolean dropsOtherAddresses;

	RouterDraft(VirtualRouter from) {
		instance = from.instance();
		primaryAddress = from.primaryAddress();
		advert = new SendAdvert(from.advertisement());
		state = from.state();
		basePriority = from.basePriority();
		effectivePriority = from.effectivePriority();
		started = from.started();
		observations = from.observations();
		groupHealth = from.groupHealth();
		masterAdvertInterval = from.masterAdvertInterval();
		deadline = from.deadlines().main();
		preemptDeadline = from.deadlines().preempt();
		garpDeadline = from.deadlines().garp();
		lowerPriorityGarpDeadline = from.deadlines().lowerPriorityGarp();
		garpRefreshDeadline = from.deadlines().garpRefresh();
		patienceDeadline = from.deadlines().patience();
		startupDeadline = from.deadlines().startup();
		masterAddress = from.masterAddress();
		masterPriority = from.masterPriority();
		wantsMaster = from.wantsMaster();
		dropsOtherAddresses = from.dropsOtherAddresses();
	}

	VirtualRouter snapshot() {
		Deadlines deadlines = new Deadlines(deadline, preemptDeadline, garpDeadline, lowerPriorityGarpDeadline, garpRefreshDeadline, patienceDeadline, startupDeadline);
		return new VirtualRouter(instance, primaryAddress, advertisement(), state, basePriority, effectivePriority, started, observations, groupHealth,
				masterAdvertInterval, deadlines, masterAddress, masterPriority, wantsMaster, dropsOtherAddresses);
	}

	long nextDeadline() {
		return Math.min(Math.min(deadline, garpDeadline), Math.min(lowerPriorityGarpDeadline, garpRefreshDeadline));
	}

	/** Begins with an event. */
	void begin(long time, Consumer<Effect> receiver) {
		now = time;
		effects = receiver;
		if (startupDeadline <= now) {
			startupDeadline = Timing.NEVER;
		}
	}

	void emit(Effect effect) {
		effects.accept(effect);
	}

	/** Whether it need not wait for anybody when it starts. */
	boolean isOwner() {
		return basePriority == Instance.OWNER && instance.initialState() == InitialState.MASTER;
	}

	// Tracking

	/** The worse of its own health and that of its sync group. */
	Health health() {
		return ownHealth().and(groupHealth);
	}

	Health ownHealth() {
		return observations.health(instance, primaryAddress != null);
	}

	void applyPriority() {
		int priority = observations.effectivePriority(instance, basePriority);
		if (priority == effectivePriority) {
			return;
		}
		info("Changing effective priority from " + effectivePriority + " to " + priority);
		long before = masterDownInterval();
		effectivePriority = priority;
		setAdvertisement(advertisement().withPriority(priority));
		if (state == State.BACKUP) {
			deadline += masterDownInterval() - before;
		}
		if (instance.notifyPriorityChanges()) {
			emit(new NotifyPriority(state, priority));
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
		patienceDeadline = Timing.NEVER;
		info("Entering MASTER STATE");
		if (!allAddresses().isEmpty()) {
			detail("setting VIPs.");
			emit(new AddAddresses(allAddresses()));
		}
		if (!instance.routes().isEmpty()) {
			detail("setting Virtual Routes");
			emit(new AddRoutes(instance.routes()));
		}
		if (!instance.rules().isEmpty()) {
			detail("setting Virtual Rules");
			emit(new AddRules(instance.rules()));
		}
		sendGratuitousArp(instance.garp().masterRepeat());
		emit(new Notify(State.MASTER, effectivePriority));
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
		waitForMaster(masterDownInterval());
		emit(new Notify(State.BACKUP, effectivePriority));
	}

	/** Lets the down timer run; a startup delay comes before it. */
	void waitForMaster(long interval) {
		deadline = (startupDeadline == Timing.NEVER ? now : startupDeadline) + interval;
		patienceDeadline = Timing.NEVER;
	}

	/**
	 * Silence proves little while this node was deaf: a silent master is given as much time as the node has lost, to show that it lives, but never more than for one interval, however often
	 * the node is held up.
	 */
	void waitForMasterAfterHoldUp(long nanos) {
		long end = now + withSkew(Math.min(nanos, masterAdvertInterval));
		if (end > deadline) {
			if (patienceDeadline == Timing.NEVER) {
				patienceDeadline = now + withSkew(masterAdvertInterval);
			}
			deadline = Math.max(deadline, Math.min(end, patienceDeadline));
		}
	}

	/** Longer for a lower priority, so that backups that stood still together do not take over together. */
	private long withSkew(long nanos) {
		return nanos + Timing.skew(VrrpVersion.V3, effectivePriority, nanos);
	}

	/** Begins vrrp_startup_delay. */
	void delayStart(long nanos) {
		startupDeadline = after(nanos);
	}

	/** Whether vrrp_startup_delay still holds. */
	boolean isStartDelayed() {
		return startupDeadline != Timing.NEVER;
	}

	void enterFault() {
		state = State.FAULT;
		wantsMaster = false;
		clearDeadlines();
		emit(new Notify(State.FAULT, effectivePriority));
	}

	void clearDeadlines() {
		deadline = Timing.NEVER;
		preemptDeadline = Timing.NEVER;
		garpDeadline = Timing.NEVER;
		lowerPriorityGarpDeadline = Timing.NEVER;
		garpRefreshDeadline = Timing.NEVER;
		patienceDeadline = Timing.NEVER;
	}

	// Effects

	Advertisement advertisement() {
		return advert.advertisement();
	}

	void setAdvertisement(Advertisement advertisement) {
		if (advertisement != advert.advertisement()) {
			advert = new SendAdvert(advertisement);
		}
	}

	void sendAdvert() {
		emit(advert);
	}

	void sayGoodbye() {
		emit(new SendAdvert(advertisement().withPriority(Advertisement.STOPPING)));
		detail("sent 0 priority");
	}

	/** Takes rules, routes and addresses off, in the opposite order in which they were set. */
	void releaseEverything() {
		if (!instance.rules().isEmpty()) {
			detail("removing Virtual Rules");
			emit(new RemoveRules(instance.rules()));
		}
		if (!instance.routes().isEmpty()) {
			detail("removing Virtual Routes");
			emit(new RemoveRoutes(instance.routes()));
		}
		if (!allAddresses().isEmpty()) {
			detail("removing VIPs.");
			emit(new RemoveAddresses(allAddresses()));
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
		emit(new SendGratuitousArp(addresses, repeat));
	}

	void info(String text) {
		log(LogLevel.INFO, text);
	}

	void detail(String text) {
		log(LogLevel.DETAIL, text);
	}

	private void log(LogLevel level, String text) {
		emit(new Log(level, "(" + instance.name() + ") " + text));
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
