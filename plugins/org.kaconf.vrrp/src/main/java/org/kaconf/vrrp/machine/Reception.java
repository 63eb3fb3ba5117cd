package org.kaconf.vrrp.machine;

import java.time.Duration;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.model.VrrpVersion;
import org.kaconf.vrrp.machine.AdvertCheck.Rejection;
import org.kaconf.vrrp.machine.Effect.Drop;
import org.kaconf.vrrp.machine.Effect.NotifyLowerPriority;
import org.kaconf.vrrp.machine.Event.AdvertReceived;
import org.kaconf.vrrp.packet.Advertisement;

/** What a received advert makes of a router (RFC 9568, 6.4.2 and 6.4.3). */
final class Reception {
	/** How long the last advert of a master is an answer to all that it receives. */
	private static final long ANSWER_PAUSE = Duration.ofMillis(10).toNanos();

	private final RouterDraft router;

	Reception(RouterDraft router) {
		this.router = router;
	}

	void received(AdvertReceived received) {
		if (router.state != State.BACKUP && router.state != State.MASTER) {
			return;
		}
		Rejection rejection = AdvertCheck.check(router, received);
		if (rejection != null) {
			router.emit(new Drop(rejection.reason(), rejection.text()));
			return;
		}
		if (router.state == State.BACKUP) {
			receivedAsBackup(received.advertisement(), received.source());
		} else {
			receivedAsMaster(received);
		}
	}

	/** RFC 9568, 6.4.2. */
	private void receivedAsBackup(Advertisement advert, IpAddress source) {
		int priority = advert.priority();
		if (priority == Advertisement.STOPPING) {
			router.detail("Backup received priority 0 advertisement");
			router.waitForMaster(Timing.skew(router.instance.version(), router.effectivePriority, router.masterAdvertInterval));
			return;
		}
		router.masterAddress = source;
		if (router.instance.preempt() && priority < router.effectivePriority && !preemptDelayRuns()) {
			// The down timer runs on, and so this router takes over without having to wait anew.
			router.info("received lower priority (" + priority + ") advert from " + source + " - discarding");
			return;
		}
		router.masterPriority = priority;
		router.wantsMaster = false;
		learnInterval(advert);
		router.waitForMaster(router.masterDownInterval());
		updatePreemptDelay(priority);
	}

	/** The delay begins with the first advert of lower priority; until its end the master of lower priority is accepted. */
	private boolean preemptDelayRuns() {
		return !router.instance.preemptDelay().isZero() && router.preemptDeadline > router.now;
	}

	private void updatePreemptDelay(int priority) {
		if (router.instance.preemptDelay().isZero()) {
			return;
		}
		if (priority >= router.effectivePriority) {
			if (router.preemptDeadline != Timing.NEVER) {
				router.detail("stop preempt delay");
			}
			router.preemptDeadline = Timing.NEVER;
		} else if (router.preemptDeadline == Timing.NEVER) {
			long delay = router.instance.preemptDelay().toNanos();
			router.detail("start preempt delay (%d.%06d)".formatted(router.instance.preemptDelay().toSeconds(), router.instance.preemptDelay().toNanosPart() / 1000));
			router.preemptDeadline = router.now + delay;
		}
	}

	/** Version 3 learns the interval from the master (RFC 9568, 6.4.2); in version 2 another interval was refused before. */
	private void learnInterval(Advertisement advert) {
		long interval = advert.advertIntervalNanos();
		if (router.instance.version() == VrrpVersion.V3 && interval != router.masterAdvertInterval) {
			router.detail("advertisement interval updated from " + RouterDraft.milliseconds(router.masterAdvertInterval) + "ms to " + RouterDraft.milliseconds(interval)
					+ "ms by master");
			router.masterAdvertInterval = interval;
		}
	}

	/** RFC 9568, 6.4.3; keepalived answers an advert of lower priority at once. */
	private void receivedAsMaster(AdvertReceived received) {
		Advertisement advert = received.advertisement();
		IpAddress source = received.source();
		int priority = advert.priority();
		int byAddress = router.primaryAddress == null ? 0 : source.compareTo(router.primaryAddress);
		boolean higher = priority > router.effectivePriority || priority == router.effectivePriority && byAddress > 0;
		if (priority == Advertisement.STOPPING) {
			router.sendAdvert();
			router.deadline = router.now + router.advertInterval();
			router.detail("Master received priority 0 message");
			return;
		}
		if (higher && router.instance.higherPrioritySendAdvert()) {
			router.sendAdvert();
			router.deadline = router.now + router.advertInterval();
		}
		if (priority == router.effectivePriority && byAddress == 0) {
			router.info("WARNING - equal priority advert received from remote host with our IP address.");
			return;
		}
		if (priority == router.effectivePriority && router.effectivePriority == Instance.OWNER) {
			router.info("CONFIGURATION ERROR: local instance and a remote instance are both configured as address owner, please fix - reducing local priority");
			router.basePriority = Instance.OWNER - 1;
			router.effectivePriority = router.basePriority;
			router.setAdvertisement(router.advertisement().withPriority(router.effectivePriority));
		}
		if (priority > router.effectivePriority || priority == router.effectivePriority && byAddress > 0) {
			yieldTo(advert, source);
		} else {
			answerLowerPriority(received);
		}
	}

	private void yieldTo(Advertisement advert, IpAddress source) {
		if (advert.priority() > router.effectivePriority) {
			router.info("Master received advert from " + source + " with higher priority " + advert.priority() + ", ours " + router.effectivePriority);
		} else {
			router.info("Master received advert from " + source + " with same priority " + advert.priority() + " but higher IP address than ours");
		}
		learnInterval(advert);
		router.masterAddress = source;
		router.masterPriority = advert.priority();
		router.info("Entering BACKUP STATE");
		router.releaseEverything();
		router.enterBackup();
	}

	/** Who has just spoken need not answer: a flood of such adverts must not make a flood of answers. */
	private void answerLowerPriority(AdvertReceived received) {
		long lastAdvert = router.deadline - router.advertInterval();
		if (router.now - lastAdvert < ANSWER_PAUSE) {
			return;
		}
		router.info("Received advert from " + received.source() + " with lower priority " + received.advertisement().priority() + ", ours "
				+ router.effectivePriority + (router.instance.lowerPriorityNoAdvert() ? "" : ", forcing new election"));
		if (!router.instance.lowerPriorityNoAdvert()) {
			router.sendAdvert();
			router.deadline = router.now + router.advertInterval();
		}
		announceAgain();
		router.emit(new NotifyLowerPriority(router.effectivePriority));
	}

	/** Takes back what another master may have told the segment; nothing on a router that is no master. */
	void announceAgain() {
		if (router.instance.garp().lowerPriorityRepeat() == 0 || router.state != State.MASTER) {
			return;
		}
		router.sendGratuitousArp(router.instance.garp().lowerPriorityRepeat());
		long delay = router.instance.garp().lowerPriorityDelay().toNanos();
		if (delay > 0 && router.lowerPriorityGarpDeadline == Timing.NEVER) {
			router.lowerPriorityGarpDeadline = router.now + delay;
		}
	}
}
