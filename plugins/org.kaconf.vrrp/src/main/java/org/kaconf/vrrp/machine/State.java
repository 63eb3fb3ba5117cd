package org.kaconf.vrrp.machine;

/** The states of RFC 9568, 6.4, and keepalived's FAULT. */
public enum State {
	/** Not started, stopped, or waiting for the first result of a script whose failure is a fault. */
	INITIALIZE("STOP"),
	/** Listens to the master. */
	BACKUP("BACKUP"),
	/** Holds the addresses and sends adverts. */
	MASTER("MASTER"),
	/** Something tracked with weight 0, the interface or its address is missing: takes no part. */
	FAULT("FAULT"),
	/** A reload has removed the instance; only notifications say so. */
	DELETED("DELETED");

	private final String notification;

	State(String notification) {
		this.notification = notification;
	}

	/** The word keepalived hands to notify scripts. */
	public String notification() {
		return notification;
	}
}
