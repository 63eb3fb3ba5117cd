package org.kaconf.runtime.notify;

import org.kaconf.model.Instance;
import org.kaconf.model.Notify;
import org.kaconf.model.SyncGroup;

/**
 * To whom something has happened.
 *
 * @param kind {@code INSTANCE} or {@code GROUP}
 * @param mailed whether changes of state are mailed
 */
public record Subject(String kind, String name, Notify scripts, boolean mailed) {
	private static final String INSTANCE = "INSTANCE";
	private static final String GROUP = "GROUP";

	public static Subject of(Instance instance) {
		return new Subject(INSTANCE, instance.name(), instance.notifyScripts(), instance.smtpAlert());
	}

	public static Subject of(SyncGroup group) {
		return new Subject(GROUP, group.name(), group.notifyScripts(), group.smtpAlert());
	}

	boolean isGroup() {
		return kind.equals(GROUP);
	}
}
