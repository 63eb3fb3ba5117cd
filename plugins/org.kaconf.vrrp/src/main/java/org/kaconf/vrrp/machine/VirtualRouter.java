package org.kaconf.vrrp.machine;

import java.util.Map;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.packet.Advertisement;

/**
 * One virtual router on one node: all that {@link #step} needs to know. Immutable. Times are nanoseconds of whatever clock the caller uses, as long as it
 * never goes back; {@link Timing#NEVER} stands for none.
 *
 * @param primaryAddress the address this node sends from; {@code null} while it has none
 * @param advertisement what it sends now, with the effective priority
 * @param basePriority the configured priority, or 254 once another owner of the addresses was heard
 * @param effectivePriority the base priority with the weights of the tracked things, 1..255
 * @param started between {@link Event.Start} and {@link Event.Stop}
 * @param linkUp whether the interface of the instance is up
 * @param trackers what is known of the tracked things: whether they are good
 * @param masterAdvertInterval interval of the master's adverts: in version 3 learned from them
 * @param deadline MASTER: the next advert; BACKUP: taking over
 * @param preemptDeadline end of the running preempt_delay
 * @param garpDeadline second batch of gratuitous ARPs after becoming master
 * @param lowerPriorityGarpDeadline second batch of gratuitous ARPs after an advert of lower priority
 * @param garpRefreshDeadline next regular batch of gratuitous ARPs
 * @param masterAddress who sent the last advert that counted; {@code null} for nobody yet
 * @param masterPriority its priority, 0..255; 0 for nobody yet
 * @param wantsMaster would be master, but its sync group cannot move yet
 * @param heldInFault in FAULT because its sync group is
 * @param dropsOtherAddresses whether an advert with other virtual addresses is dropped: keepalived did so up to 2.3.2, RFC 9568 does not ask for it
 */
public record VirtualRouter(Instance instance, IpAddress primaryAddress, Advertisement advertisement, State state, int basePriority,
		int effectivePriority, boolean started, boolean linkUp, Map<Tracker, Boolean> trackers, long masterAdvertInterval, long deadline,
		long preemptDeadline, long garpDeadline, long lowerPriorityGarpDeadline, long garpRefreshDeadline, IpAddress masterAddress,
		int masterPriority, boolean wantsMaster, boolean heldInFault, boolean dropsOtherAddresses) {

	/** A virtual router that has not started: its link is up and nothing is known of the things it tracks. It behaves as in keepalived up to 2.3.2. */
	public static VirtualRouter of(Instance instance, IpAddress primaryAddress) {
		return of(instance, primaryAddress, true);
	}

	/** A virtual router that has not started, and that drops adverts with other virtual addresses or does not. */
	public static VirtualRouter of(Instance instance, IpAddress primaryAddress, boolean dropsOtherAddresses) {
		int priority = instance.priority();
		return new VirtualRouter(instance, primaryAddress, Advertisement.of(instance, priority), State.INITIALIZE, priority, priority, false, true,
				Map.of(), instance.advertInterval().toNanos(), Timing.NEVER, Timing.NEVER, Timing.NEVER, Timing.NEVER, Timing.NEVER, null, 0, false,
				false, dropsOtherAddresses);
	}

	/** What the event makes of the state. @param now nanoseconds */
	public static Step step(VirtualRouter state, Event event, long now) {
		return new Transition(state, now).run(event);
	}

	/** When {@link Event.Timer} is due; {@link Timing#NEVER} for not at all. */
	public long nextDeadline() {
		return Math.min(Math.min(deadline, garpDeadline), Math.min(lowerPriorityGarpDeadline, garpRefreshDeadline));
	}

	/** The same router with all its deadlines later by this time: the machine knows no time of its own. @param nanos may be negative */
	public VirtualRouter shifted(long nanos) {
		return new VirtualRouter(instance, primaryAddress, advertisement, state, basePriority, effectivePriority, started, linkUp, trackers,
				masterAdvertInterval, Timing.shifted(deadline, nanos), Timing.shifted(preemptDeadline, nanos), Timing.shifted(garpDeadline, nanos),
				Timing.shifted(lowerPriorityGarpDeadline, nanos), Timing.shifted(garpRefreshDeadline, nanos), masterAddress, masterPriority, wantsMaster,
				heldInFault, dropsOtherAddresses);
	}

	/** Whether nothing that it tracks is a fault, however its sync group stands. */
	boolean healthy() {
		return Tracking.health(instance, trackers, linkUp && primaryAddress != null) == Tracking.Health.WELL;
	}

	/** How long it waits as a backup without an advert before it takes over, in nanoseconds. */
	public long masterDownInterval() {
		return Timing.masterDown(instance, effectivePriority, masterAdvertInterval);
	}
}
