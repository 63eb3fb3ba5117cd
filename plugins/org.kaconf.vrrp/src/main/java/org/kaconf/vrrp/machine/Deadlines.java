package org.kaconf.vrrp.machine;

/**
 * When a virtual router has to do something by itself; {@link Timing#NEVER} for what is not due.
 *
 * @param main MASTER: the next advert; BACKUP: taking over
 * @param preempt end of the running preempt_delay; asked for when an advert arrives, never waited for
 * @param garp second batch of gratuitous ARPs after becoming master
 * @param lowerPriorityGarp second batch of gratuitous ARPs after an advert of lower priority
 * @param garpRefresh next regular batch of gratuitous ARPs
 * @param patience BACKUP: the latest that taking over is put off to for having been held up; never waited for
 * @param startup until when vrrp_startup_delay holds: no down timer runs before; never waited for
 */
record Deadlines(long main, long preempt, long garp, long lowerPriorityGarp, long garpRefresh, long patience, long startup) {
	static final Deadlines NONE = new Deadlines(Timing.NEVER, Timing.NEVER, Timing.NEVER, Timing.NEVER, Timing.NEVER, Timing.NEVER, Timing.NEVER);

	long next() {
		return Math.min(Math.min(main, garp), Math.min(lowerPriorityGarp, garpRefresh));
	}

	Deadlines shifted(long nanos) {
		return new Deadlines(Timing.shifted(main, nanos), Timing.shifted(preempt, nanos), Timing.shifted(garp, nanos), Timing.shifted(lowerPriorityGarp, nanos),
				Timing.shifted(garpRefresh, nanos), Timing.shifted(patience, nanos), Timing.shifted(startup, nanos));
	}
}
