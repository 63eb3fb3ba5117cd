package org.kaconf.vrrp.machine;

import java.util.List;
import java.util.function.Function;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.AddRoutes;
import org.kaconf.vrrp.machine.Effect.AddRules;
import org.kaconf.vrrp.machine.Effect.AnnounceSource;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Effect.RemoveRoutes;
import org.kaconf.vrrp.machine.Effect.RemoveRules;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.packet.Advertisement;

/** What events make of a virtual router. */
final class Transition {
	private final RouterDraft router;
	private final Reception reception;

	Transition(RouterDraft router) {
		this.router = router;
		reception = new Reception(router);
	}

	void run(Event event) {
		switch (event) {
			case Event.Timer timer -> timer();
			case Event.HeldUp heldUp -> heldUp(heldUp.nanos());
			case AdvertReceived received -> reception.received(received);
			case Event.Start start -> start(start.delayNanos());
			case Event.Stop stop -> stop();
			case Event.Removed removed -> removed();
			case Event.AddressChanged changed -> addressChanged(changed.address());
			case Event.Link link -> observed(router.observations.withLink(link.up()));
			case Event.Track track -> observed(router.observations.with(track.tracker(), track.good()));
			case Event.FileValue file -> observed(router.observations.withFile(file.file(), file.value()));
			case Event.Reconfigured reconfigured -> reconfigured(reconfigured.instance());
			case Event.GroupMoved moved -> groupMoved(moved.state());
			case Event.GroupHealth health -> groupHealth(health.health());
			case Event.GroupHolds holds -> groupHolds();
			case Event.GroupHeardLowerPriority heard -> reception.announceAgain();
		}
	}

	// Start and stop

	/** RFC 9568, 6.4.1. The initial state MASTER only makes a difference for the owner; every other router waits a master down interval. */
	private void start(long delay) {
		if (router.started) {
			return;
		}
		router.started = true;
		router.delayStart(delay);
		router.applyPriority();
		Health health = router.health();
		if (health == Health.WELL && router.isOwner()) {
			startOwner();
			return;
		}
		if (router.basePriority != Instance.OWNER) {
			// A node that was killed leaves its addresses behind.
			router.releaseEverything();
		}
		switch (health) {
			case WELL -> {
				router.info("Entering BACKUP STATE (init)");
				router.enterBackup();
			}
			case FAULTY -> {
				router.info("Entering FAULT STATE (init)");
				router.enterFault();
			}
			case UNKNOWN -> {
				// The first results of the scripts decide.
			}
		}
	}

	/** The owner waits for nobody, only for vrrp_startup_delay, and does so without a word. */
	private void startOwner() {
		if (router.isStartDelayed()) {
			router.state = State.BACKUP;
			router.waitForMaster(0);
		} else {
			timeout();
		}
	}

	/** The shutdown event of RFC 9568, 6.4.2 and 6.4.3. */
	private void stop() {
		if (router.started) {
			leave();
			router.emit(new Notify(State.INITIALIZE, router.effectivePriority));
		}
	}

	/** A removed instance is reported as deleted when notify_deleted asks for that, else as failed. */
	private void removed() {
		if (!router.started) {
			return;
		}
		boolean wasFault = router.state == State.FAULT;
		boolean asDeleted = router.instance.notifyScripts().namesDeleted();
		leave();
		if (asDeleted || !wasFault) {
			router.emit(new Notify(asDeleted ? State.DELETED : State.FAULT, router.effectivePriority));
		}
	}

	private void leave() {
		if (router.state == State.MASTER) {
			router.sayGoodbye();
			router.releaseEverything();
		}
		router.started = false;
		router.wantsMaster = false;
		router.state = State.INITIALIZE;
		router.clearDeadlines();
		router.delayStart(0);
	}

	// Timers

	private void timer() {
		if (router.deadline <= router.now && router.state == State.BACKUP) {
			timeout();
		} else if (router.deadline <= router.now && router.state == State.MASTER) {
			router.sendAdvert();
			router.deadline = Timing.following(router.deadline, router.advertInterval(), router.now);
		}
		if (router.garpDeadline <= router.now) {
			router.garpDeadline = Timing.NEVER;
			router.sendGratuitousArp(router.instance.garp().masterRepeat());
		}
		if (router.lowerPriorityGarpDeadline <= router.now) {
			router.lowerPriorityGarpDeadline = Timing.NEVER;
			router.sendGratuitousArp(router.instance.garp().lowerPriorityRepeat());
		}
		if (router.garpRefreshDeadline <= router.now) {
			router.garpRefreshDeadline = Timing.following(router.garpRefreshDeadline, router.instance.garp().masterRefresh().toNanos(), router.now);
			router.sendGratuitousArp(router.instance.garp().masterRefreshRepeat());
		}
	}

	private void heldUp(long nanos) {
		if (router.state == State.BACKUP) {
			router.waitForMasterAfterHoldUp(nanos);
		}
	}

	private void timeout() {
		router.detail("Receive advertisement timeout");
		router.becomeMaster();
	}

	// What the node tracks

	private void addressChanged(IpAddress address) {
		router.primaryAddress = address;
		reassess();
	}

	private void observed(Observations observations) {
		router.observations = observations;
		reassess();
	}

	/** Draws the conclusions from a change of what is tracked. */
	private void reassess() {
		if (!router.started) {
			return;
		}
		router.applyPriority();
		Health health = router.health();
		if (health == Health.FAULTY && router.state != State.FAULT) {
			goToFault();
		} else if (health == Health.WELL && router.state == State.INITIALIZE && router.isOwner()) {
			startOwner();
		} else if (health == Health.WELL && (router.state == State.FAULT || router.state == State.INITIALIZE)) {
			leaveFault();
		}
	}

	private void goToFault() {
		router.info("Entering FAULT STATE");
		if (router.state == State.MASTER) {
			router.sayGoodbye();
			router.releaseEverything();
		}
		router.enterFault();
	}

	private void leaveFault() {
		router.info("Entering BACKUP STATE");
		router.masterAdvertInterval = router.advertInterval();
		router.enterBackup();
		if (router.instance.isUnicast() && router.primaryAddress != null) {
			router.emit(new AnnounceSource(router.primaryAddress));
		}
	}

	// Sync groups

	private void groupMoved(State target) {
		if (target == State.MASTER && router.state == State.BACKUP) {
			router.becomeMaster();
		} else if (target == State.BACKUP && router.state == State.MASTER) {
			router.info("Entering BACKUP STATE");
			router.releaseEverything();
			router.enterBackup();
		}
	}

	private void groupHealth(Health health) {
		router.groupHealth = health;
		reassess();
	}

	private void groupHolds() {
		if (router.state == State.BACKUP) {
			router.wantsMaster = true;
			router.waitForMaster(router.masterDownInterval());
		}
	}

	// A new configuration

	private void reconfigured(Instance newInstance) {
		Instance before = router.instance;
		List<VirtualAddress> addressesBefore = router.allAddresses();
		router.instance = newInstance;
		router.basePriority = newInstance.priority();
		router.observations = router.observations.of(newInstance);
		if (!router.started) {
			router.effectivePriority = router.basePriority;
			router.masterAdvertInterval = router.advertInterval();
			router.setAdvertisement(Advertisement.of(newInstance, router.effectivePriority));
			return;
		}
		router.setAdvertisement(Advertisement.of(newInstance, router.effectivePriority));
		router.applyPriority();
		if (router.state == State.MASTER) {
			removeWhatIsGone(before, addressesBefore);
			addWhatIsNew(before, addressesBefore);
			router.sendAdvert();
			router.deadline = router.now + router.advertInterval();
		} else if (router.state == State.BACKUP) {
			router.masterAdvertInterval = router.advertInterval();
			router.waitForMaster(router.masterDownInterval());
		}
		reassess();
	}

	private void removeWhatIsGone(Instance before, List<VirtualAddress> addressesBefore) {
		ifAny(without(before.rules(), router.instance.rules()), RemoveRules::new);
		ifAny(without(before.routes(), router.instance.routes()), RemoveRoutes::new);
		ifAny(without(addressesBefore, router.allAddresses()), RemoveAddresses::new);
	}

	private void addWhatIsNew(Instance before, List<VirtualAddress> addressesBefore) {
		List<VirtualAddress> added = without(router.allAddresses(), addressesBefore);
		ifAny(added, AddAddresses::new);
		// All of them: the kernel drops a route with the address it depends on, and tells nobody.
		ifAny(router.instance.routes(), AddRoutes::new);
		ifAny(without(router.instance.rules(), before.rules()), AddRules::new);
		router.sendGratuitousArp(added, router.instance.garp().masterRepeat());
	}

	private static <T> List<T> without(List<T> all, List<T> others) {
		return all.stream().filter(one -> !others.contains(one)).toList();
	}

	private <T> void ifAny(List<T> some, Function<List<T>, Effect> effect) {
		if (!some.isEmpty()) {
			router.emit(effect.apply(some));
		}
	}
}
