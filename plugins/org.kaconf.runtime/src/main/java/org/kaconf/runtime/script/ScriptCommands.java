package org.kaconf.runtime.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kaconf.model.Command;
import org.kaconf.model.Globals;
import org.kaconf.runtime.linux.Account;
import org.kaconf.runtime.loop.Log;

/**
 * Resolves configured commands to a file and a user, once each. One that cannot run, or must not by {@code enable_script_security}, is logged and
 * disabled, as keepalived does it: the node takes part in the election all the same.
 */
public final class ScriptCommands {
	private final Globals globals;
	private final boolean canChangeUser;
	private final Log log;
	private final Map<Command, Optional<Runnable>> resolved = new ConcurrentHashMap<>();

	/**
	 * What to start.
	 *
	 * @param words absolute path and arguments
	 * @param account {@code null} for whom the daemon is
	 */
	public record Runnable(List<String> words, Account account) {
	}

	/** @param canChangeUser whether the daemon has CAP_SETUID and CAP_SETGID */
	public ScriptCommands(Globals globals, boolean canChangeUser, Log log) {
		this.globals = globals;
		this.canChangeUser = canChangeUser;
		this.log = log;
	}

	/** @return empty when it is disabled */
	public Optional<Runnable> find(Command command) {
		return resolved.computeIfAbsent(command, this::resolve);
	}

	/** The same for a command that may be {@code null}. */
	public Optional<Runnable> findIfAny(Command command) {
		return command == null ? Optional.empty() : find(command);
	}

	/** Who a user of the configuration is. @param user {@code null} for the script user; @return empty when there is no such user or group */
	public Optional<Account> account(String user, String group) {
		return ScriptUser.of(user, group, globals);
	}

	private Optional<Runnable> resolve(Command command) {
		String program = command.words().getFirst();
		Optional<Path> file = ProgramFile.find(program);
		if (file.isEmpty()) {
			return disable(program, "not found or not executable");
		}
		List<String> words = new ArrayList<>(command.words());
		words.set(0, file.get().toString());
		if (!canChangeUser && command.user() == null && globals.scriptUser() == null) {
			// Nobody said who, and an unprivileged daemon is the least there is.
			return Optional.of(new Runnable(words, null));
		}
		Optional<Account> account = account(command.user(), command.group());
		if (account.isEmpty()) {
			return disable(program, "its user or group does not exist");
		}
		boolean sameUser = account.get().user() == Account.currentUser();
		if (!sameUser && !canChangeUser) {
			return disable(program, "running it as " + account.get().name() + " needs CAP_SETUID and CAP_SETGID");
		}
		if (!ProgramFile.isExecutableBy(file.get(), account.get())) {
			return disable(program, "not executable for " + account.get().name());
		}
		if (ProgramFile.runsWithRootsRights(file.get(), account.get()) && !ProgramFile.isSafe(file.get())) {
			if (globals.scriptSecurity()) {
				return disable(program, "unsafe permissions found, it would run as root and others can change it");
			}
			log.info("Script " + program + ": unsafe permissions found, it runs as root and others can change it; enable_script_security would disable it");
		}
		return Optional.of(new Runnable(words, sameUser ? null : account.get()));
	}

	private Optional<Runnable> disable(String program, String reason) {
		log.info("Script " + program + ": " + reason + " - disabling.");
		return Optional.empty();
	}
}
