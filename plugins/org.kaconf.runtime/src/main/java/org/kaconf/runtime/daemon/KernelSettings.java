package org.kaconf.runtime.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kaconf.runtime.linux.Sysctl;
import org.kaconf.runtime.loop.Log;

/** Kernel settings that must be other ones while the daemon runs, and what they were before. Belongs to the loop's thread. */
final class KernelSettings implements AutoCloseable {
	/** @param holders who wants it so */
	private record Held(String before, String value, Set<String> holders) {
	}

	private final Log log;
	private final Map<Path, Held> held = new LinkedHashMap<>();

	KernelSettings(Log log) {
		this.log = log;
	}

	/** Sets a setting until all who hold it have let go of it; the first holder's value counts. Whoever holds it already sets it again. */
	void hold(Path setting, String value, String holder) {
		String now = Sysctl.read(setting);
		if (now == null) {
			// There is no such interface, or this kernel does not know the setting.
			return;
		}
		Held known = held.computeIfAbsent(setting, unknown -> new Held(now, value, new HashSet<>()));
		known.holders.add(holder);
		if (!now.equals(known.value)) {
			write(setting, known.value);
		}
	}

	void release(Path setting, String holder) {
		Held known = held.get(setting);
		if (known != null && known.holders.remove(holder) && known.holders.isEmpty()) {
			held.remove(setting);
			restore(setting, known);
		}
	}

	/** What somebody else has changed since is left to them. */
	private void restore(Path setting, Held known) {
		if (!known.before.equals(known.value) && known.value.equals(Sysctl.read(setting))) {
			write(setting, known.before);
		}
	}

	private void write(Path setting, String value) {
		try {
			Sysctl.write(setting, value);
		} catch (IOException e) {
			log.info("cannot set " + setting + " to " + value + ": " + e.getMessage());
		}
	}

	/** Puts everything back, the last first. */
	@Override
	public void close() {
		Deque<Map.Entry<Path, Held>> reversed = new ArrayDeque<>();
		held.entrySet().forEach(reversed::push);
		reversed.forEach(entry -> restore(entry.getKey(), entry.getValue()));
		held.clear();
	}
}
