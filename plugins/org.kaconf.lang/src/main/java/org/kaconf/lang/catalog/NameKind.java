package org.kaconf.lang.catalog;

import java.util.Arrays;

/** What a name in a configuration names: the target of references, linking and renaming. */
public enum NameKind {
	INSTANCE("instance", "VRRP instance"),
	SYNC_GROUP("sync-group", "sync group"),
	SCRIPT("script", "tracked script"),
	PROCESS("process", "tracked process"),
	FILE("file", "tracked file"),
	BFD("bfd", "BFD session"),
	VIRTUAL_SERVER_GROUP("virtual-server-group", "virtual server group"),
	STATIC_TRACK_GROUP("static-track-group", "track group of static addresses"),
	CLUSTER("cluster", "cluster"),
	NODE("node", "node");

	private final String id;
	private final String title;

	NameKind(String id, String title) {
		this.id = id;
		this.title = title;
	}

	/** The id used in the catalog files, {@code sync-group}. */
	public String id() {
		return id;
	}

	/** What to call it in a message, {@code sync group}. */
	public String title() {
		return title;
	}

	public static NameKind of(String id) {
		return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("Unknown kind of name '" + id + "'"));
	}
}
