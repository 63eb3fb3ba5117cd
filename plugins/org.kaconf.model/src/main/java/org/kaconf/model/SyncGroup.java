package org.kaconf.model;

import java.util.List;

/** A {@code vrrp_sync_group}: its instances change state together. */
public record SyncGroup(String name, List<String> members, Notify notifyScripts, Origins origins) {
	public SyncGroup {
		origins = Origins.orNone(origins);
		members = List.copyOf(members);
	}
}
