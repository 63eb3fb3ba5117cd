package org.kaconf.lang.build;

import java.time.Duration;
import java.util.function.Function;

import org.kaconf.model.Command;
import org.kaconf.model.TimedCommand;

/** {@code startup_script} or {@code shutdown_script} while it is read. */
final class TimedCommandDraft {
	private Command command;
	private Duration timeout = Duration.ofSeconds(10);

	/** @param keyword of the script; its timeout's is that with {@code _timeout} */
	static <T> void addTo(BlockReader<T> reader, String keyword, Function<T, TimedCommandDraft> draft) {
		reader.on(keyword, (t, line) -> line.command().filter(c -> draft.apply(t).command == null).ifPresent(c -> draft.apply(t).command = c))
				.on(keyword + "_timeout", (t, line) -> line.seconds(0).ifPresent(v -> draft.apply(t).timeout = v));
	}

	TimedCommand build() {
		return command == null ? null : new TimedCommand(command, timeout);
	}
}
