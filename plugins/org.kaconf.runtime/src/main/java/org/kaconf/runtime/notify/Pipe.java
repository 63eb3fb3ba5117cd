package org.kaconf.runtime.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kaconf.model.NotifyFifo;
import org.kaconf.runtime.control.Messages;
import org.kaconf.runtime.linux.Account;
import org.kaconf.runtime.linux.ChildProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.NamedPipe;
import org.kaconf.runtime.linux.WaitStatus;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.Programs;
import org.kaconf.runtime.script.ScriptCommands;

/** One notify pipe and the script that reads it. */
final class Pipe implements AutoCloseable {
	private final NotifyFifo configuration;
	private final Programs programs;
	private final Log log;
	private boolean made;
	private NamedPipe pipe;
	private ChildProcess script;
	private boolean closed;

	/** Makes and opens the pipe and starts its script; what fails is logged, and the daemon goes on without, as in keepalived. */
	Pipe(NotifyFifo configuration, ScriptCommands commands, Programs programs, Log log) {
		this.configuration = configuration;
		this.programs = programs;
		this.log = log;
		try {
			made = make(commands);
			commands.findIfAny(configuration.script()).ifPresent(this::start);
			pipe = NamedPipe.open(configuration.path());
		} catch (IOException e) {
			log.info("Unable to open notify fifo " + configuration.path() + ": " + Messages.of(e));
			close();
		}
	}

	private boolean make(ScriptCommands commands) throws LinuxException {
		Optional<Account> owner = commands.account(configuration.user(), configuration.group());
		boolean sameUser = owner.isEmpty() || owner.get().user() == Account.currentUser();
		return NamedPipe.make(configuration.path(), sameUser ? null : owner.get());
	}

	boolean is(NotifyFifo other) {
		return configuration.equals(other);
	}

	void write(String line) {
		if (pipe != null && !pipe.write(line)) {
			log.detail("Notify fifo " + configuration.path() + " is full, nobody reads it");
		}
	}

	private void start(ScriptCommands.Runnable program) {
		List<String> words = new ArrayList<>(program.words());
		words.add(configuration.path());
		programs.start(words, program.account(), new Programs.Outcome() {
			@Override
			public void started(ChildProcess process) {
				script = process;
				if (closed) {
					programs.end(process);
				}
			}

			@Override
			public void ended(WaitStatus status) {
				script = null;
				if (!closed) {
					log.info("vrrp notify fifo script terminated");
				}
			}

			@Override
			public void failed(LinuxException reason) {
				log.info("Notify fifo script: " + reason.getMessage());
			}
		});
	}

	/** Ends its script, too. */
	void end() {
		close();
		if (script != null) {
			programs.end(script);
		}
	}

	/**
	 * First the name goes, so that a script that opens the pipe again and again does not find it any more. What the script has yet to read it still can;
	 * then comes the end of the file.
	 */
	@Override
	public void close() {
		closed = true;
		if (made) {
			try {
				Files.deleteIfExists(Path.of(configuration.path()));
			} catch (IOException e) {
				log.info("Notify fifo " + configuration.path() + " cannot be removed: " + Messages.of(e));
			}
			made = false;
		}
		if (pipe != null) {
			pipe.close();
			pipe = null;
		}
	}
}
