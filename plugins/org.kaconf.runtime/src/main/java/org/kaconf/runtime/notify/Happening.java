package org.kaconf.runtime.notify;

import org.kaconf.vrrp.machine.State;

/** What others hear of, in keepalived's words. */
public enum Happening {
	MASTER, BACKUP, FAULT, STOP,
	/** A reload has removed the instance. */
	DELETED,
	/** A master heard an advert of lower priority. */
	MASTER_RX_LOWER_PRI,
	/** The priority of a master has changed. */
	MASTER_PRIORITY,
	/** The priority of one that is no master has changed. */
	BACKUP_PRIORITY;

	/** @param state that was entered; {@link State#INITIALIZE} when the node stops */
	public static Happening of(State state) {
		return switch (state) {
			case MASTER -> MASTER;
			case BACKUP -> BACKUP;
			case FAULT -> FAULT;
			case INITIALIZE -> STOP;
			case DELETED -> DELETED;
		};
	}

	/** Whether it is a change of state. */
	public boolean isState() {
		return compareTo(DELETED) <= 0;
	}
}
