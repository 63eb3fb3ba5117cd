package org.kaconf.runtime.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.kaconf.model.Script;
import org.kaconf.runtime.loop.Log;

/** The scripts that something on this node tracks. Belongs to the loop's thread. */
public final class TrackedScripts {
	private final Programs programs;
	private final ScriptCommands commands;
	private final Log log;
	private final BiConsumer<Script, Boolean> changed;
	private final List<ScriptMonitor> monitors = new ArrayList<>();

	/** @param changed called with a script and whether it is good now, when that changes */
	public TrackedScripts(Programs programs, ScriptCommands commands, Log log, BiConsumer<Script, Boolean> changed) {
		this.programs = programs;
		this.commands = commands;
		this.log = log;
		this.changed = changed;
	}

	/** Makes a script one of those that run. @return false for one that cannot or must not run: it is logged and does not count, as in keepalived */
	public boolean track(Script script) {
		if (monitors.stream().anyMatch(known -> known.script().name().equals(script.name()))) {
			return true;
		}
		return commands.find(script.command()).map(runnable -> monitors
				.add(new ScriptMonitor(script, runnable.words(), runnable.account(), programs, log, good -> changed.accept(script, good)))).orElse(false);
	}

	public List<ScriptMonitor> monitors() {
		return monitors;
	}

	/** Makes every script's first run due. */
	public void begin(long now) {
		monitors.forEach(monitor -> monitor.begin(now));
	}

	/** When something is due. */
	public long next() {
		long next = Long.MAX_VALUE;
		for (int i = 0; i < monitors.size(); i++) {
			next = Math.min(next, monitors.get(i).nextDeadline());
		}
		return next;
	}

	/** Does what is due. */
	public void due(long now) {
		for (int i = 0; i < monitors.size(); i++) {
			monitors.get(i).due(now);
		}
	}

	/** Runs none any more, and ends those that run. */
	public void abandon() {
		monitors.forEach(ScriptMonitor::abandon);
		monitors.clear();
	}
}
