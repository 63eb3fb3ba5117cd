package org.kaconf.vrrp.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.Family;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.AdvertCheck.Rejection;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.Count;
import org.kaconf.vrrp.machine.Effect.Log;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.SendAdvert;
import org.kaconf.vrrp.machine.Effect.SendGratuitousArp;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.machine.Tracking.Health;
import org.kaconf.vrrp.packet.Advertisement;

/** One step in the making: the state as it changes, and the effects so far. */
final class Transition {
	private static final long NANOS_PER_MILLISECOND = 1_000_000L;

	private final long now;
	private final List<Effect> effects = new ArrayList<>();
	private Instance instance;
	private IpAddress primaryAddress;
	private Advertisement advertisement;
	private State state;
	private int basePriority;
	private int effectivePriority;
	private boolean started;
	private boolean linkUp;
	private Map<Tracker, Boolean> trackers;
	private long masterAdvertInterval;
	private long deadline;
	private long preemptDeadline;
	private long garpDeadline;
	private long lowerPriorityGarpDeadline;
	private long garpRefreshDeadline;
	private IpAddress masterAddress;
	private int masterPriority;
	private boolean wantsMaster;
	private boolean heldInFault;

	Transition(VirtualRouter from, long now) {
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
	}

	Step run(Event event) {
		switch (event) {
			case Event.Start start -> start();
			case Event.Stop stop -> stop();
			case Event.Timer timer -> timer();
			case AdvertReceived received -> received(received);
			case Event.AddressChanged changed -> addressChanged(changed.address());
			case Event.Link link -> linkChanged(link.up());
			case Event.Track track -> tracked(track);
			case Event.Reconfigured reconfigured -> reconfigured(reconfigured.instance());
			case Event.GroupMoved moved -> groupMoved(moved.state());
			case Event.GroupHolds holds -> groupHolds();
		}
		return new Step(result(), effects);
	}

	private VirtualRouter result() {
		return new VirtualRouter(instance, primaryAddress, advertisement, state, basePriority, effectivePriority, started, linkUp, trackers,
				masterAdvertInterval, deadline, preemptDeadline, garpDeadline, lowerPriorityGarpDeadline, garpRefreshDeadline, masterAddress,
				masterPriority, wantsMaster, heldInFault);
	}

	// Start and stop

	/** RFC 9568, 6.4.1. The initial state MASTER only makes a difference for the owner; every other router waits a master down interval. */
	private void start() {
		if (started) {
			return;
		}
		started = true;
		applyPriority();
		boolean owner = basePriority == Instance.OWNER && instance.initialState() == InitialState.MASTER;
		Health health = health();
		if (health == Health.WELL && owner) {
			detail("Receive advertisement timeout");
			becomeMaster();
			return;
		}
		if (basePriority != Instance.OWNER) {
			// A node that was killed leaves its addresses behind.
			removeAddresses();
		}
		switch (health) {
			case WELL -> {
				info("Entering BACKUP STATE (init)");
				enterBackup();
			}
			case FAULTY -> {
				info("Entering FAULT STATE (init)");
				enterFault();
			}
			case UNKNOWN -> {
				// The first results of the scripts decide.
			}
		}
	}

	/** The shutdown event of RFC 9568, 6.4.2 and 6.4.3. */
	private void stop() {
		if (!started) {
			return;
		}
		if (state == State.MASTER) {
			sayGoodbye();
			removeAddresses();
		}
		started = false;
		heldInFault = false;
		wantsMaster = false;
		state = State.INITIALIZE;
		clearDeadlines();
		effects.add(new Notify(State.INITIALIZE, effectivePriority));
	}

	// Timers

	private void timer() {
		if (deadline <= now && state == State.BACKUP) {
			detail("Receive advertisement timeout");
			becomeMaster();
		} else if (deadline <= now && state == State.MASTER) {
			sendAdvert();
			deadline = Timing.following(deadline, advertInterval(), now);
		}
		if (garpDeadline <= now) {
			garpDeadline = Timing.NEVER;
			sendGratuitousArp(instance.garp().masterRepeat());
		}
		if (lowerPriorityGarpDeadline <= now) {
			lowerPriorityGarpDeadline = Timing.NEVER;
			sendGratuitousArp(instance.garp().lowerPriorityRepeat());
		}
		if (garpRefreshDeadline <= now) {
			garpRefreshDeadline = Timing.following(garpRefreshDeadline, instance.garp().masterRefresh().toNanos(), now);
			sendGratuitousArp(instance.garp().masterRefreshRepeat());
		}
	}

	// Adverts

	private void received(AdvertReceived received) {
		if (state != State.BACKUP && state != State.MASTER) {
			return;
		}
		Rejection rejection = AdvertCheck.check(instance, advertisement, received);
		if (rejection != null) {
			info(rejection.text());
			effects.add(new Count(rejection.reason()));
		} else if (state == State.BACKUP) {
			receivedAsBackup(received.advertisement(), received.source());
		} else {
			receivedAsMaster(received.advertisement(), received.source());
		}
	}

	/** RFC 9568, 6.4.2. */
	private void receivedAsBackup(Advertisement advert, IpAddress source) {
		int priority = advert.priority();
		if (priority == Advertisement.STOPPING) {
			detail("Backup received priority 0 advertisement");
			deadline = now + Timing.skew(instance.version(), effectivePriority, masterAdvertInterval);
			return;
		}
		masterAddress = source;
		if (instance.preempt() && priority < effectivePriority && !preemptDelayRuns()) {
			// The down timer runs on, and so this router takes over without having to wait anew.
			info("received lower priority (" + priority + ") advert from " + source + " - discarding");
			return;
		}
		masterPriority = priority;
		wantsMaster = false;
		learnInterval(advert);
		deadline = now + masterDownInterval();
		updatePreemptDelay(priority);
	}

	/** The delay begins with the first advert of lower priority; until its end the master of lower priority is accepted. */
	private boolean preemptDelayRuns() {
		return !instance.preemptDelay().isZero() && preemptDeadline > now;
	}

	private void updatePreemptDelay(int priority) {
		if (instance.preemptDelay().isZero()) {
			return;
		}
		if (priority >= effectivePriority) {
			if (preemptDeadline != Timing.NEVER) {
				detail("stop preempt delay");
			}
			preemptDeadline = Timing.NEVER;
		} else if (preemptDeadline == Timing.NEVER) {
			long delay = instance.preemptDelay().toNanos();
			detail("start preempt delay (%d.%06d)".formatted(instance.preemptDelay().toSeconds(), instance.preemptDelay().toNanosPart() / 1000));
			preemptDeadline = now + delay;
		}
	}

	/** Version 3 learns the interval from the master (RFC 9568, 6.4.2); in version 2 another interval was refused before. */
	private void learnInterval(Advertisement advert) {
		long interval = advert.advertIntervalNanos();
		if (instance.version() == VrrpVersion.V3 && interval != masterAdvertInterval) {
			detail("advertisement interval updated from " + milliseconds(masterAdvertInterval) + "ms to " + milliseconds(interval) + "ms by master");
			masterAdvertInterval = interval;
		}
	}

	/** RFC 9568, 6.4.3; keepalived answers an advert of lower priority at once. */
	private void receivedAsMaster(Advertisement advert, IpAddress source) {
		int priority = advert.priority();
		int byAddress = primaryAddress == null ? 0 : source.compareTo(primaryAddress);
		boolean higher = priority > effectivePriority || priority == effectivePriority && byAddress > 0;
		if (priority == Advertisement.STOPPING) {
			sendAdvert();
			deadline = now + advertInterval();
			detail("Master received priority 0 message");
			return;
		}
		if (higher && instance.higherPrioritySendAdvert()) {
			sendAdvert();
			deadline = now + advertInterval();
		}
		if (priority == effectivePriority && byAddress == 0) {
			info("WARNING - equal priority advert received from remote host with our IP address.");
			return;
		}
		if (priority == effectivePriority && effectivePriority == Instance.OWNER) {
			info("CONFIGURATION ERROR: local instance and a remote instance are both configured as address owner, please fix - reducing local priority");
			basePriority = Instance.OWNER - 1;
			effectivePriority = basePriority;
			advertisement = advertisement.withPriority(effectivePriority);
		}
		if (priority > effectivePriority || priority == effectivePriority && byAddress > 0) {
			yieldTo(advert, source);
		} else {
			answerLowerPriority(priority, source);
		}
	}

	private void yieldTo(Advertisement advert, IpAddress source) {
		if (advert.priority() > effectivePriority) {
			info("Master received advert from " + source + " with higher priority " + advert.priority() + ", ours " + effectivePriority);
		} else {
			info("Master received advert from " + source + " with same priority " + advert.priority() + " but higher IP address than ours");
		}
		learnInterval(advert);
		masterAddress = source;
		masterPriority = advert.priority();
		info("Entering BACKUP STATE");
		removeAddresses();
		enterBackup();
	}

	private void answerLowerPriority(int priority, IpAddress source) {
		info("Received advert from " + source + " with lower priority " + priority + ", ours " + effectivePriority
				+ (instance.lowerPriorityNoAdvert() ? "" : ", forcing new election"));
		if (!instance.lowerPriorityNoAdvert()) {
			sendAdvert();
			deadline = now + advertInterval();
		}
		if (instance.garp().lowerPriorityRepeat() > 0) {
			sendGratuitousArp(instance.garp().lowerPriorityRepeat());
			long delay = instance.garp().lowerPriorityDelay().toNanos();
			if (delay > 0 && lowerPriorityGarpDeadline == Timing.NEVER) {
				lowerPriorityGarpDeadline = now + delay;
			}
		}
	}

	// What the node tracks

	private void addressChanged(IpAddress address) {
		primaryAddress = address;
		reassess();
	}

	private void linkChanged(boolean up) {
		linkUp = up;
		reassess();
	}

	private void tracked(Event.Track track) {
		Map<Tracker, Boolean> changed = new HashMap<>(trackers);
		changed.put(track.tracker(), track.good());
		trackers = Map.copyOf(changed);
		reassess();
	}

	/** Draws the conclusions from a change of what is tracked. */
	private void reassess() {
		if (!started) {
			return;
		}
		applyPriority();
		Health health = health();
		if (health == Health.FAULTY && state != State.FAULT) {
			goToFault();
		} else if (health == Health.WELL && !heldInFault && (state == State.FAULT || state == State.INITIALIZE)) {
			leaveFault();
		}
	}

	private Health health() {
		return Tracking.health(instance, trackers, linkUp && primaryAddress != null);
	}

	private void applyPriority() {
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

	private void goToFault() {
		info("Entering FAULT STATE");
		if (state == State.MASTER) {
			sayGoodbye();
			removeAddresses();
		}
		enterFault();
	}

	private void leaveFault() {
		info("Entering BACKUP STATE");
		masterAdvertInterval = advertInterval();
		enterBackup();
	}

	// Sync groups

	private void groupMoved(State target) {
		if (!started) {
			return;
		}
		heldInFault = target == State.FAULT;
		if (target == state) {
			return;
		}
		switch (target) {
			case MASTER -> {
				if (state == State.BACKUP) {
					becomeMaster();
				}
			}
			case BACKUP -> {
				if (state == State.MASTER) {
					info("Entering BACKUP STATE");
					removeAddresses();
					enterBackup();
				} else if (health() == Health.WELL) {
					leaveFault();
				}
			}
			case FAULT -> goToFault();
			case INITIALIZE -> {
				// A group never moves its members there: each stops on its own.
			}
		}
	}

	private void groupHolds() {
		if (state == State.BACKUP) {
			wantsMaster = true;
			deadline = now + masterDownInterval();
		}
	}

	// A new configuration

	private void reconfigured(Instance newInstance) {
		List<VirtualAddress> before = allAddresses();
		instance = newInstance;
		basePriority = newInstance.priority();
		trackers = stillTracked(newInstance);
		if (!started) {
			effectivePriority = basePriority;
			masterAdvertInterval = advertInterval();
			advertisement = Advertisement.of(newInstance, effectivePriority);
			return;
		}
		advertisement = Advertisement.of(newInstance, effectivePriority);
		applyPriority();
		if (state == State.MASTER) {
			changeAddresses(before, allAddresses());
			sendAdvert();
			deadline = now + advertInterval();
		} else if (state == State.BACKUP) {
			masterAdvertInterval = advertInterval();
			deadline = now + masterDownInterval();
		}
		reassess();
	}

	private Map<Tracker, Boolean> stillTracked(Instance newInstance) {
		Map<Tracker, Boolean> kept = new HashMap<>(trackers);
		kept.keySet().removeIf(tracker -> switch (tracker.kind()) {
			case SCRIPT -> newInstance.trackedScripts().stream().noneMatch(t -> t.script().equals(tracker.name()));
			case INTERFACE -> newInstance.trackedInterfaces().stream().noneMatch(t -> t.name().equals(tracker.name()));
		});
		return Map.copyOf(kept);
	}

	private void changeAddresses(List<VirtualAddress> before, List<VirtualAddress> after) {
		List<VirtualAddress> gone = before.stream().filter(a -> !after.contains(a)).toList();
		List<VirtualAddress> added = after.stream().filter(a -> !before.contains(a)).toList();
		if (!gone.isEmpty()) {
			effects.add(new RemoveAddresses(gone));
		}
		if (!added.isEmpty()) {
			effects.add(new AddAddresses(added));
			sendGratuitousArp(added, instance.garp().masterRepeat());
		}
	}

	// Entering states

	/** RFC 9568, 6.4.2. The advert goes first, so that an old master lets go of the addresses before they are announced here. */
	private void becomeMaster() {
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

	private void enterBackup() {
		state = State.BACKUP;
		wantsMaster = false;
		clearDeadlines();
		deadline = now + masterDownInterval();
		effects.add(new Notify(State.BACKUP, effectivePriority));
	}

	private void enterFault() {
		state = State.FAULT;
		wantsMaster = false;
		clearDeadlines();
		effects.add(new Notify(State.FAULT, effectivePriority));
	}

	private void clearDeadlines() {
		deadline = Timing.NEVER;
		preemptDeadline = Timing.NEVER;
		garpDeadline = Timing.NEVER;
		lowerPriorityGarpDeadline = Timing.NEVER;
		garpRefreshDeadline = Timing.NEVER;
	}

	// Effects

	private void sendAdvert() {
		effects.add(new SendAdvert(advertisement));
	}

	private void sayGoodbye() {
		effects.add(new SendAdvert(advertisement.withPriority(Advertisement.STOPPING)));
		detail("sent 0 priority");
	}

	private void removeAddresses() {
		if (!allAddresses().isEmpty()) {
			detail("removing VIPs.");
			effects.add(new RemoveAddresses(allAddresses()));
		}
	}

	private List<VirtualAddress> allAddresses() {
		if (instance.excludedAddresses().isEmpty()) {
			return instance.virtualAddresses();
		}
		List<VirtualAddress> all = new ArrayList<>(instance.virtualAddresses());
		all.addAll(instance.excludedAddresses());
		return all;
	}

	private void sendGratuitousArp(int repeat) {
		sendGratuitousArp(allAddresses(), repeat);
	}

	private void sendGratuitousArp(List<VirtualAddress> addresses, int repeat) {
		if (addresses.isEmpty() || state != State.MASTER) {
			return;
		}
		for (VirtualAddress address : addresses) {
			detail("Sending/queueing " + (address.address().family() == Family.IPV4 ? "gratuitous ARPs" : "Unsolicited Neighbour Adverts") + " on "
					+ (address.device() == null ? instance.interfaceName() : address.device()) + " for " + address.address());
		}
		effects.add(new SendGratuitousArp(addresses, repeat));
	}

	private void info(String text) {
		log(LogLevel.INFO, text);
	}

	private void detail(String text) {
		log(LogLevel.DETAIL, text);
	}

	private void log(LogLevel level, String text) {
		effects.add(new Log(level, "(" + instance.name() + ") " + text));
	}

	// Intervals

	private long advertInterval() {
		return instance.advertInterval().toNanos();
	}

	private long masterDownInterval() {
		return Timing.masterDown(instance, effectivePriority, masterAdvertInterval);
	}

	private static long milliseconds(long nanos) {
		return nanos / NANOS_PER_MILLISECOND;
	}
}
