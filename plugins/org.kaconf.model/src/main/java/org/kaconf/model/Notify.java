package org.kaconf.model;

/**
 * Programs called on a change of state; each is {@code null} when not set.
 *
 * @param any called for every change with the arguments INSTANCE or GROUP, name, state, priority
 */
public record Notify(Command master, Command backup, Command fault, Command stop, Command any) {
	public static final Notify NONE = new Notify(null, null, null, null, null);
}
