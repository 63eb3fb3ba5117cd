package org.kaconf.runtime.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.kaconf.model.Script;
import org.kaconf.runtime.loop.Log;

/** The scripts that something on this node tracks. Belongs to the loop's thread. */
public final class TrackedScripts {
	private final Programs programs;
	private final Log log;
	private final BiConsumer<Script, Boolean> changed;
	private List<ScriptMonitor> monitors = List.of();

	/** @param changed called with a script and whether it is good now, when that changes */
	public TrackedScripts(Programs programs, Log log, BiConsumer<Script, Boolean> changed) {
		this.programs = programs;
		this.log = log;
		this.changed = changed;
	}

	/**
	 * Runs these scripts from now on. One that ran before keeps its result: even a changed one, as in keepalived.
	 *
	 * @param scripts that can run
	 * @param commands where to find their programs
	 */
	public void configure(List<Script> scripts, ScriptCommands commands, long now) {
		List<ScriptMonitor> configured = new ArrayList<>();
		for (Script script : scripts) {
			Optional<ScriptMonitor> before = monitor(script.name());
			ScriptCommands.Runnable program = commands.find(script.command()).orElseThrow();
			if (before.isPresent() && before.get().runs(script, program)) {
				configured.add(before.get());
				continue;
			}
			ScriptMonitor monitor = new ScriptMonitor(script, program, programs, log, good -> changed.accept(script, good));
			before.ifPresent(monitor::takeResultOf);
			monitor.begin(now);
			configured.add(monitor);
		}
		monitors.stream().filter(before -> !configured.contains(before)).forEach(ScriptMonitor::abandon);
		monitors = configured;
	}

	/** The monitor of a script; empty when it does not run. */
	public Optional<ScriptMonitor> monitor(String name) {
		return monitors.stream().filter(known -> known.script().name().equals(name)).findFirst();
	}

	public List<ScriptMonitor> monitors() {
		return monitors;
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
		monitors = List.of();
	}
}
