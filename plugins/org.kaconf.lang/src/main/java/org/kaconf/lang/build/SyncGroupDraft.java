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
import org.kaconf.model.SyncGroup;

/** A {@code vrrp_sync_group} while it is read; its members may be defined later. */
final class SyncGroupDraft {
	final NotifyDraft notify = new NotifyDraft();
	private final String name;
	private final Origins.Builder origins;
	private final Set<String> names = new LinkedHashSet<>();
	private final TrackingDraft tracking = new TrackingDraft();
	private final List<InstanceDraft> members = new ArrayList<>();
	private boolean weighted;

	private SyncGroupDraft(VrrpSyncGroup statement, Context context) {
		this.name = statement.getName();
		this.origins = Origins.at(context.places().of(Regions.head(statement)));
	}

	static SyncGroupDraft read(VrrpSyncGroup statement, Trackables known, Context context) {
		SyncGroupDraft draft = new SyncGroupDraft(statement, context);
		BlockReader<SyncGroupDraft> reader = new BlockReader<SyncGroupDraft>("vrrp_sync_group")
				.on("group", (g, line) -> g.names.addAll(EntryLine.words(line.statement().getBlock())))
				.on("global_tracking", (g, line) -> g.weighted = true).on("sync_group_tracking_weight", (g, line) -> g.weighted = true);
		TrackingDraft.addTo(reader, g -> g.tracking, known, context);
		NotifyDraft.addTo(reader, g -> g.notify);
		reader.read(statement.getBlock(), draft, draft.origins, context);
		return draft;
	}

	String name() {
		return name;
	}

	boolean isWeighted() {
		return weighted;
	}

	/** Joins the group with its members; an instance stays in its first group. They start as masters only if all of them are address owners. */
	void join(Map<String, InstanceDraft> instances) {
		names.stream().map(instances::get).filter(Objects::nonNull).filter(i -> !i.isInGroup()).forEach(members::add);
		boolean anyBackup = members.stream().anyMatch(i -> !i.startsAsMaster() || !i.isOwner());
		for (InstanceDraft member : members) {
			member.joinGroup(this);
			if (anyBackup && member.startsAsMaster()) {
				member.startAsBackup();
			}
		}
	}

	/** Makes the members track what the group tracks, with its weights if no member is an address owner. */
	void track() {
		if (members.stream().anyMatch(InstanceDraft::isOwner)) {
			tracking.clearWeights();
		}
		members.forEach(member -> member.trackWithGroup(tracking));
	}

	/** @return empty when it has no members, which keepalived removes */
	Optional<SyncGroup> build(GlobalsDraft globals) {
		return members.isEmpty() ? Optional.empty()
				: Optional.of(new SyncGroup(name, members.stream().map(m -> m.name).toList(), notify.build(), tracking.build(), weighted,
						notify.mails(globals.mail.alerts()), notify.priorityChanges(globals.defaults.notifyPriorityChanges), origins.build()));
	}
}
