package org.kaconf.vrrp.machine;

import java.util.function.Consumer;
import org.kaconf.model.Instance;
import org.kaconf.model.IpAddress;

/**
 * A virtual router that changes in place: the one implementation of the rules. {@link VirtualRouter#step} is a pure view of it. In the steady state, a
 * master's regular adverts and a backup that hears them, handling an event allocates nothing. Not thread-safe.
 */
public final class RouterMachine {
	private final RouterDraft router;
	private final Transition transition;

	public RouterMachine(VirtualRouter from) {
		router = new RouterDraft(from);
		transition = new Transition(router);
	}

	/**
	 * Hands in an event.
	 *
	 * @param now nanoseconds, never less than before
	 * @param effects takes what is to be done, in order, while the event is handled; it must not hand in another event
	 */
	public void handle(Event event, long now, Consumer<Effect> effects) {
		router.begin(now, effects);
		transition.run(event);
	}

	/** How it stands, as a value. */
	public VirtualRouter snapshot() {
		return router.snapshot();
	}

	public State state() {
		return router.state;
	}

	/** See {@link VirtualRouter#nextDeadline}. */
	public long nextDeadline() {
		return router.nextDeadline();
	}

	/** See {@link VirtualRouter#effectivePriority}. */
	public int effectivePriority() {
		return router.effectivePriority;
	}

	/** See {@link VirtualRouter#primaryAddress}. */
	public IpAddress primaryAddress() {
		return router.primaryAddress;
	}

	/** See {@link VirtualRouter#instance}. */
	public Instance instance() {
		return router.instance;
	}

	boolean started() {
		return router.started;
	}

	boolean isOwner() {
		return router.isOwner();
	}

	boolean wantsMaster() {
		return router.wantsMaster;
	}

	/** Whether it would take over on {@link Event.Timer}. */
	boolean isDueToTakeOver(long now) {
		return router.state == State.BACKUP && router.deadline <= now;
	}

	/** Its own health, however the sync group stands. */
	Health ownHealth() {
		return router.ownHealth();
	}
}
