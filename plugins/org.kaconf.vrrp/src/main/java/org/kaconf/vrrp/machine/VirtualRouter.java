package org.kaconf.vrrp.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;
import org.kaconf.vrrp.packet.Advertisement;

/**
 * One virtual router on one node: all that {@link #step} needs to know. Immutable. Times are nanoseconds of whatever clock the caller uses, as long as it
 * never goes back; {@link Timing#NEVER} stands for none. A daemon, which should not make garbage, uses a {@link RouterMachine} instead.
 *
 * @param instance its configuration
 * @param primaryAddress the address this node sends from; {@code null} while it has none
 * @param advertisement what it sends now, with the effective priority
 * @param basePriority the configured priority, or 254 once another owner of the addresses was heard
 * @param effectivePriority the base priority with the weights of the tracked things, 1..255
 * @param started between {@link Event.Start} and {@link Event.Stop}
 * @param observations what is known of the things around it
 * @param groupHealth the worst health of the members of its sync group; {@link Health#WELL} without a group
 * @param masterAdvertInterval interval of the master's adverts: in version 3 learned from them
 * @param deadlines when it has to do something by itself
 * @param masterAddress who sent the last advert that counted; {@code null} for nobody yet
 * @param masterPriority its priority, 0..255; 0 for nobody yet
 * @param wantsMaster would be master, but its sync group cannot move yet
 * @param dropsOtherAddresses whether an advert with other virtual addresses is dropped: keepalived did so up to 2.3.2, RFC 9568 does not ask for it
 */
public record VirtualRouter(Instance instance, IpAddress primaryAddress, Advertisement advertisement, State state, int basePriority,
		int effectivePriority, boolean started, Observations observations, Health groupHealth, long masterAdvertInterval, Deadlines deadlines,
		IpAddress masterAddress, int masterPriority, boolean wantsMaster, boolean dropsOtherAddresses) {

	/** A virtual router that has not started: its link is up and nothing is known of the things it tracks. It behaves as in keepalived up to 2.3.2. */
	public static VirtualRouter of(Instance instance, IpAddress primaryAddress) {
		return of(instance, primaryAddress, true);
	}

	/** A virtual router that has not started, and that drops adverts with other virtual addresses or does not. */
	public static VirtualRouter of(Instance instance, IpAddress primaryAddress, boolean dropsOtherAddresses) {
		int priority = instance.priority();
		return new VirtualRouter(instance, primaryAddress, Advertisement.of(instance, priority), State.INITIALIZE, priority, priority, false,
				Observations.INITIAL, Health.WELL, instance.advertInterval().toNanos(), Deadlines.NONE, null, 0, false, dropsOtherAddresses);
	}

	/** What the event makes of the state. @param now nanoseconds */
	public static Step step(VirtualRouter state, Event event, long now) {
		RouterMachine machine = new RouterMachine(state);
		List<Effect> effects = new ArrayList<>();
		machine.handle(event, now, effects::add);
		return new Step(machine.snapshot(), effects);
	}

	/** When {@link Event.Timer} is due; {@link Timing#NEVER} for not at all. */
	public long nextDeadline() {
		return deadlines.next();
	}

	/** MASTER: the next advert; BACKUP: taking over. */
	public long deadline() {
		return deadlines.main();
	}

	/** Whether the tracked things are good, as far as that is known. */
	public Map<Tracker, Boolean> trackers() {
		return observations.trackers();
	}

	/** The same router with all its deadlines later by this time: the machine knows no time of its own. @param nanos may be negative */
	public VirtualRouter shifted(long nanos) {
		return new VirtualRouter(instance, primaryAddress, advertisement, state, basePriority, effectivePriority, started, observations, groupHealth,
				masterAdvertInterval, deadlines.shifted(nanos), masterAddress, masterPriority, wantsMaster, dropsOtherAddresses);
	}

	/** How long it waits as a backup without an advert before it takes over, in nanoseconds. */
	public long masterDownInterval() {
		return Timing.masterDown(instance, effectivePriority, masterAdvertInterval);
	}

	/** How everything stands that it tracks, its sync group's things included. */
	public List<Standing> standings() {
		return observations.standings(instance);
	}
}
