package org.kaconf.lang.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.VrrpSyncGroup;
import org.kaconf.model.Origins;
import org.kaconf.model.Script;
import org.kaconf.model.SyncGroup;

/** A {@code vrrp_sync_group} while it is read; its members may be defined later. */
final class SyncGroupDraft {
	private final String name;
	private final Origins.Builder origins;
	private final Set<String> names = new LinkedHashSet<>();
	private final NotifyDraft notify = new NotifyDraft();
	private final Tracking tracking = new Tracking();
	private boolean weighted;

	private SyncGroupDraft(VrrpSyncGroup statement, Context context) {
		this.name = statement.getName();
		this.origins = Origins.at(context.places().of(Regions.head(statement)));
	}

	static SyncGroupDraft read(VrrpSyncGroup statement, Map<String, Script> scripts, Context context) {
		SyncGroupDraft draft = new SyncGroupDraft(statement, context);
		BlockReader<SyncGroupDraft> reader = new BlockReader<SyncGroupDraft>("vrrp_sync_group")
				.on("group", (g, line) -> g.names.addAll(EntryLine.words(line.statement().getBlock())))
				.on("track_script", (g, line) -> g.tracking.readScripts(line.statement().getBlock(), scripts, context))
				.on("track_interface", (g, line) -> g.tracking.readInterfaces(line.statement().getBlock(), context))
				.on("sync_group_tracking_weight", (g, line) -> g.weighted = true);
		NotifyDraft.addTo(reader, g -> g.notify);
		reader.read(statement.getBlock(), draft, draft.origins, context);
		return draft;
	}

	/** Joins the group with its members. @return empty when it has none, which keepalived removes */
	Optional<SyncGroup> join(Map<String, InstanceDraft> instances) {
		List<InstanceDraft> members = new ArrayList<>(names.stream().map(instances::get).filter(Objects::nonNull).filter(i -> !i.isInGroup()).toList());
		if (members.isEmpty()) {
			return Optional.empty();
		}
		boolean anyBackup = members.stream().anyMatch(i -> !i.startsAsMaster());
		for (InstanceDraft member : members) {
			member.joinGroup(name);
			member.tracking.addAll(tracking);
			if (!weighted) {
				member.tracking.dropWeights();
			}
			if (anyBackup && member.startsAsMaster()) {
				member.startAsBackup();
			}
		}
		return Optional.of(new SyncGroup(name, members.stream().map(m -> m.name).toList(), notify.build(), origins.build()));
	}
}
