package org.kaconf.runtime.script;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Command;
import org.kaconf.model.Notify;
import org.kaconf.runtime.linux.ChildProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.WaitStatus;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.machine.State;

/** Calls notify scripts: the one for the new state, then the one for any. Nobody waits for them. Belongs to the loop's thread. */
public final class Notifier {
	private final Programs programs;
	private final Log log;
	private ScriptCommands commands;

	public Notifier(Programs programs, Log log) {
		this.programs = programs;
		this.log = log;
	}

	/** @param newCommands where to find the programs from now on */
	public void configure(ScriptCommands newCommands) {
		commands = newCommands;
	}

	/**
	 * @param kind {@code INSTANCE} or {@code GROUP}
	 * @param priority the effective priority; keepalived says 0 for a group
	 */
	public void changed(Notify scripts, String kind, String name, State state, int priority) {
		Command specific = switch (state) {
			case MASTER -> scripts.master();
			case BACKUP -> scripts.backup();
			case FAULT -> scripts.fault();
			case INITIALIZE -> scripts.stop();
			case DELETED -> scripts.deleted();
		};
		if (specific != null) {
			run(specific, List.of());
		}
		if (scripts.any() != null) {
			run(scripts.any(), List.of(kind, name, state.notification(), Integer.toString(priority)));
		}
	}

	/** A master has heard another one of lower priority. */
	public void heardLowerPriority(Notify scripts) {
		if (scripts.masterRxLowerPriority() != null) {
			run(scripts.masterRxLowerPriority(), List.of());
		}
	}

	private void run(Command command, List<String> arguments) {
		ScriptCommands.Runnable runnable = commands.find(command).orElse(null);
		if (runnable == null) {
			// It was said at the start why not.
			return;
		}
		List<String> words = new ArrayList<>(runnable.words());
		words.addAll(arguments);
		programs.start(words, runnable.account(), new Programs.Outcome() {
			@Override
			public void started(ChildProcess process) {
				// Nobody waits for it.
			}

			@Override
			public void ended(WaitStatus status) {
				if (!status.exited() || status.exitStatus() != 0) {
					log.detail("Notify script " + words.getFirst() + " " + status);
				}
			}

			@Override
			public void failed(LinuxException reason) {
				log.info("Notify script: " + reason.getMessage());
			}
		});
	}
}
