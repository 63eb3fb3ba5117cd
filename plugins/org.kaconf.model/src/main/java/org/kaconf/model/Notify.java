package org.kaconf.model;

/**
 * Programs called on a change of state; each is {@code null} when not set.
 *
 * @param deleted when a reload removes the instance; it has no part in a sync group's
 * @param masterRxLowerPriority when a master hears an advert of lower priority
 * @param any called for every change with the arguments INSTANCE or GROUP, name, state, priority
 * @param namesDeleted that a reload removes the instance is notified as DELETED, else as FAULT
 */
public record Notify(Command master, Command backup, Command fault, Command stop, Command deleted, Command masterRxLowerPriority, Command any,
		boolean namesDeleted) {
	public static final Notify NONE = new Notify(null, null, null, null, null);

	/** Programs for the states alone. */
	public Notify(Command master, Command backup, Command fault, Command stop, Command any) {
		this(master, backup, fault, stop, null, null, any, false);
	}
}
