package org.kaconf.model;

import java.util.List;

/**
 * A {@code vrrp_sync_group}: its instances change state together. What it tracks is part of what each member tracks already.
 *
 * @param trackingWeight {@code sync_group_tracking_weight}: weights of its members' trackers count, instead of every failure being a fault
 * @param smtpAlert changes of state are mailed
 * @param notifyPriorityChanges changes of priority are notified
 */
public record SyncGroup(String name, List<String> members, Notify notifyScripts, Tracking tracking, boolean trackingWeight, boolean smtpAlert,
		boolean notifyPriorityChanges, Origins origins) implements Tracks {
	public SyncGroup {
		origins = Origins.orNone(origins);
		members = List.copyOf(members);
	}

	/** A group that tracks nothing of its own. */
	public SyncGroup(String name, List<String> members, Notify notifyScripts, Origins origins) {
		this(name, members, notifyScripts, Tracking.NONE, false, false, false, origins);
	}
}
