package org.kaconf.ide;

import java.util.Map;

import org.kaconf.lang.catalog.NameKind;

/** How names begin by habit, to propose new ones. */
final class NameStems {
	private static final Map<NameKind, String> STEMS = Map.of(NameKind.INSTANCE, "VI_", NameKind.SYNC_GROUP, "VG_", NameKind.SCRIPT, "chk_",
			NameKind.PROCESS, "proc_", NameKind.FILE, "file_", NameKind.NODE, "node", NameKind.CLUSTER, "cluster");

	private NameStems() {
	}

	static String of(NameKind kind) {
		return STEMS.getOrDefault(kind, kind.id().replace('-', '_') + "_");
	}
}
