package org.kaconf.lang.build;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.kaconf.model.Command;
import org.kaconf.model.Notify;

/** Who hears of changes, while it is read. */
final class NotifyDraft {
	private static final String[] KEYWORDS = { "notify", "notify_master", "notify_backup", "notify_fault", "notify_stop", "notify_deleted", "notify_master_rx_lower_pri" };

	private final Map<String, Command> commands = new HashMap<>();
	private boolean namesDeleted;
	private Boolean mail;
	private Boolean priorityChanges;

	static <T> void addTo(BlockReader<T> reader, Function<T, NotifyDraft> draft) {
		for (String keyword : KEYWORDS) {
			reader.on(keyword, (t, line) -> {
				line.command().ifPresent(command -> draft.apply(t).commands.put(keyword, command));
				draft.apply(t).namesDeleted |= keyword.equals("notify_deleted");
			});
		}
		reader.on("smtp_alert", (t, line) -> line.flag().ifPresent(v -> draft.apply(t).mail = v))
				.on("notify_priority_changes", (t, line) -> line.flag().ifPresent(v -> draft.apply(t).priorityChanges = v));
	}

	boolean mails(boolean byDefault) {
		return mail == null ? byDefault : mail;
	}

	boolean priorityChanges(boolean byDefault) {
		return priorityChanges == null ? byDefault : priorityChanges;
	}

	Notify build() {
		return new Notify(commands.get("notify_master"), commands.get("notify_backup"), commands.get("notify_fault"), commands.get("notify_stop"),
				commands.get("notify_deleted"), commands.get("notify_master_rx_lower_pri"), commands.get("notify"), namesDeleted);
	}
}
