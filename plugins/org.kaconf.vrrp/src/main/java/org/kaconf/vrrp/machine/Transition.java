package org.kaconf.vrrp.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kaconf.model.InitialState;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VirtualAddress;
import org.kaconf.vrrp.machine.Effect.AddAddresses;
import org.kaconf.vrrp.machine.Effect.Notify;
import org.kaconf.vrrp.machine.Effect.RemoveAddresses;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.machine.Tracking.Health;
import org.kaconf.vrrp.packet.Advertisement;

/** What an event makes of a virtual router. */
final class Transition {
	private final RouterDraft router;

	Transition(VirtualRouter from, long now) {
		router = new RouterDraft(from, now);
	}

	Step run(Event event) {
		switch (event) {
			case Event.Start start -> start();
			case Event.Stop stop -> stop();
			case Event.Timer timer -> timer();
			case AdvertReceived received -> new Reception(router).received(received);
			case Event.AddressChanged changed -> addressChanged(changed.address());
			case Event.Link link -> linkChanged(link.up());
			case Event.Track track -> tracked(track);
			case Event.Reconfigured reconfigured -> reconfigured(reconfigured.instance());
			case Event.GroupMoved moved -> groupMoved(moved.state());
			case Event.GroupHolds holds -> groupHolds();
		}
		return router.step();
	}

	// Start and stop

	/** RFC 9568, 6.4.1. The initial state MASTER only makes a difference for the owner; every other router waits a master down interval. */
	private void start() {
		if (router.started) {
			return;
		}
		router.started = true;
		router.applyPriority();
		boolean owner = router.basePriority == Instance.OWNER && router.instance.initialState() == InitialState.MASTER;
		Health health = router.health();
		if (health == Health.WELL && owner) {
			router.detail("Receive advertisement timeout");
			router.becomeMaster();
			return;
		}
		if (router.basePriority != Instance.OWNER) {
			// A node that was killed leaves its addresses behind.
			router.removeAddresses();
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

	/** The shutdown event of RFC 9568, 6.4.2 and 6.4.3. */
	private void stop() {
		if (!router.started) {
			return;
		}
		if (router.state == State.MASTER) {
			router.sayGoodbye();
			router.removeAddresses();
		}
		router.started = false;
		router.heldInFault = false;
		router.wantsMaster = false;
		router.state = State.INITIALIZE;
		router.clearDeadlines();
		router.effects.add(new Notify(State.INITIALIZE, router.effectivePriority));
	}

	// Timers

	private void timer() {
		if (router.deadline <= router.now && router.state == State.BACKUP) {
			router.detail("Receive advertisement timeout");
			router.becomeMaster();
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

	// What the node tracks

	private void addressChanged(IpAddress address) {
		router.primaryAddress = address;
		reassess();
	}

	private void linkChanged(boolean up) {
		router.linkUp = up;
		reassess();
	}

	private void tracked(Event.Track track) {
		Map<Tracker, Boolean> changed = new HashMap<>(router.trackers);
		changed.put(track.tracker(), track.good());
		router.trackers = Map.copyOf(changed);
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
		} else if (health == Health.WELL && !router.heldInFault && (router.state == State.FAULT || router.state == State.INITIALIZE)) {
			leaveFault();
		}
	}

	private void goToFault() {
		router.info("Entering FAULT STATE");
		if (router.state == State.MASTER) {
			router.sayGoodbye();
			router.removeAddresses();
		}
		router.enterFault();
	}

	private void leaveFault() {
		router.info("Entering BACKUP STATE");
		router.masterAdvertInterval = router.advertInterval();
		router.enterBackup();
	}

	// Sync groups

	private void groupMoved(State target) {
		if (!router.started) {
			return;
		}
		router.heldInFault = target == State.FAULT;
		if (target == router.state) {
			return;
		}
		switch (target) {
			case MASTER -> {
				if (router.state == State.BACKUP) {
					router.becomeMaster();
				}
			}
			case BACKUP -> {
				if (router.state == State.MASTER) {
					router.info("Entering BACKUP STATE");
					router.removeAddresses();
					router.enterBackup();
				} else if (router.health() == Health.WELL) {
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
		if (router.state == State.BACKUP) {
			router.wantsMaster = true;
			router.deadline = router.now + router.masterDownInterval();
		}
	}

	// A new configuration

	private void reconfigured(Instance newInstance) {
		List<VirtualAddress> before = router.allAddresses();
		router.instance = newInstance;
		router.basePriority = newInstance.priority();
		router.trackers = stillTracked(newInstance);
		if (!router.started) {
			router.effectivePriority = router.basePriority;
			router.masterAdvertInterval = router.advertInterval();
			router.advertisement = Advertisement.of(newInstance, router.effectivePriority);
			return;
		}
		router.advertisement = Advertisement.of(newInstance, router.effectivePriority);
		router.applyPriority();
		if (router.state == State.MASTER) {
			changeAddresses(before, router.allAddresses());
			router.sendAdvert();
			router.deadline = router.now + router.advertInterval();
		} else if (router.state == State.BACKUP) {
			router.masterAdvertInterval = router.advertInterval();
			router.deadline = router.now + router.masterDownInterval();
		}
		reassess();
	}

	private Map<Tracker, Boolean> stillTracked(Instance newInstance) {
		Map<Tracker, Boolean> kept = new HashMap<>(router.trackers);
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
			router.effects.add(new RemoveAddresses(gone));
		}
		if (!added.isEmpty()) {
			router.effects.add(new AddAddresses(added));
			router.sendGratuitousArp(added, router.instance.garp().masterRepeat());
		}
	}
}
