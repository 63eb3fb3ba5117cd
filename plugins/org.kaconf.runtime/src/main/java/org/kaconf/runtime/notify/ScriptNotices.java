package org.kaconf.runtime.notify;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Command;
import org.kaconf.model.Notify;
import org.kaconf.runtime.linux.ChildProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.WaitStatus;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.Programs;
import org.kaconf.runtime.script.ScriptCommands;

/** Calls notify scripts: the one for what has happened, then the one for any change of state. Nobody waits for them. */
final class ScriptNotices implements Listener {
	private final Programs programs;
	private final Log log;
	private ScriptCommands commands;

	ScriptNotices(Programs programs, Log log) {
		this.programs = programs;
		this.log = log;
	}

	void configure(ScriptCommands newCommands) {
		commands = newCommands;
	}

	@Override
	public void hear(Subject subject, Happening happening, int priority) {
		Command specific = specific(subject.scripts(), happening);
		if (specific != null) {
			run(specific, List.of());
		}
		if (subject.scripts().any() != null && happening.isState()) {
			run(subject.scripts().any(), List.of(subject.kind(), subject.name(), happening.name(), Integer.toString(priority)));
		}
	}

	private static Command specific(Notify scripts, Happening happening) {
		return switch (happening) {
			case MASTER -> scripts.master();
			case BACKUP -> scripts.backup();
			case FAULT -> scripts.fault();
			case STOP -> scripts.stop();
			case DELETED -> scripts.deleted();
			case MASTER_RX_LOWER_PRI -> scripts.masterRxLowerPriority();
			case MASTER_PRIORITY, BACKUP_PRIORITY -> null;
		};
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
