package org.kaconf.lang.build;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.kaconf.model.Command;
import org.kaconf.model.Notify;

/** Notify scripts while they are read. */
final class NotifyDraft {
	private static final String[] KEYWORDS = { "notify", "notify_master", "notify_backup", "notify_fault", "notify_stop" };

	private final Map<String, Command> commands = new HashMap<>();

	static <T> void addTo(BlockReader<T> reader, Function<T, NotifyDraft> draft) {
		for (String keyword : KEYWORDS) {
			reader.on(keyword, (t, line) -> line.command().ifPresent(command -> draft.apply(t).commands.put(keyword, command)));
		}
	}

	Notify build() {
		return new Notify(commands.get("notify_master"), commands.get("notify_backup"), commands.get("notify_fault"), commands.get("notify_stop"), commands.get("notify"));
	}
}
