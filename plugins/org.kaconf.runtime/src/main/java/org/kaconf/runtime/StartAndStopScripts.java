package org.kaconf.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.kaconf.model.Globals;
import org.kaconf.model.TimedCommand;
import org.kaconf.runtime.daemon.Configuration;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.loop.Log;
import org.kaconf.runtime.script.ScriptCommands;
import org.kaconf.runtime.script.SoloProgram;

/**
 * Runs {@code startup_script} before a node's first act and {@code shutdown_script} after its last. What comes of them decides nothing, as in keepalived: a node that
 * is missing is worse than one without what the script was to do.
 */
final class StartAndStopScripts implements AutoCloseable {
	/** How much longer than the timeout systemd has to wait: a program gets SIGTERM, SIGKILL and is given up. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final CompletableFuture<?> NEVER = new CompletableFuture<>();

	private final ServiceManager service;
	private final Log log;
	private Globals globals;
	private ScriptCommands commands;

	StartAndStopScripts(Globals globals, ScriptCommands commands, ServiceManager service, Log log) {
		this.globals = globals;
		this.commands = commands;
		this.service = service;
		this.log = log;
	}

	/** @param stop once it is complete, the script is ended before its time */
	void start(CompletableFuture<?> stop) {
		run("startup_script", globals.startupScript(), stop);
	}

	/** The script at the end is that of the configuration which ran last, as in keepalived. */
	void use(Configuration configuration) {
		globals = configuration.node().globals();
		commands = configuration.commands();
	}

	/** The node has stopped, or has never run. Nothing but its timeout ends the script: there is no second stop. */
	@Override
	public void close() {
		run("shutdown_script", globals.shutdownScript(), NEVER);
	}

	private void run(String keyword, TimedCommand script, CompletableFuture<?> cut) {
		if (script == null) {
			return;
		}
		commands.find(script.command()).ifPresent(program -> {
			service.extend(script.timeout().plus(PATIENCE));
			try {
				SoloProgram.run(keyword, program, script.timeout(), cut, log);
			} catch (LinuxException e) {
				log.info(keyword + " is not run: " + e.getMessage());
			}
		});
	}
}
