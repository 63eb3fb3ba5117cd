package org.kaconf.lang.build;

import java.util.function.Function;

import org.kaconf.model.Command;
import org.kaconf.model.NotifyFifo;

/** A notify FIFO while it is read. */
final class FifoDraft {
	private String path;
	private String user;
	private String group;
	private Command script;

	/** @param keyword {@code notify_fifo} or the like; the script's is that with {@code _script} */
	static <T> void addTo(BlockReader<T> reader, String keyword, Function<T, FifoDraft> fifo) {
		reader.on(keyword, (t, line) -> fifo.apply(t).setPath(line))
				.on(keyword + "_script", (t, line) -> line.command().filter(c -> fifo.apply(t).script == null).ifPresent(c -> fifo.apply(t).script = c));
	}

	private void setPath(Line line) {
		if (path == null && line.has(0)) {
			path = line.raw(0);
			user = line.has(1) ? line.raw(1) : null;
			group = line.has(2) ? line.raw(2) : null;
		}
	}

	/** {@code null} when there is none: a script alone has nothing to read. */
	NotifyFifo build() {
		return path == null ? null : new NotifyFifo(path, user, group, script);
	}
}
