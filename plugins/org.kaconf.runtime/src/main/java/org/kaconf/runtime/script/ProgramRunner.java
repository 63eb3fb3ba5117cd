package org.kaconf.runtime.script;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.kaconf.runtime.linux.Account;
import org.kaconf.runtime.linux.ChildProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.ThreadIdentity;

/**
 * Starts programs as one user, in the order in which they are handed in, on one thread.
 *
 * <p>The thread itself becomes the user, before its first program, and what it starts inherits that. So no helper such as setpriv or runuser
 * stands between the daemon and the script, no privilege is given up for the daemon's other threads, and posix_spawn does the rest: the thread
 * that owns the timers never waits for a fork.
 */
final class ProgramRunner implements AutoCloseable {
	/** Tells a script whom to send SIGTERM to when this node is to step aside. */
	private static final String DAEMON = "KACONF_PID";
	private final ExecutorService executor;
	private final List<String> environment;
	/** Why the thread could not become the user; {@code null} when it is the user. Touched by the thread alone. */
	private LinuxException refused;

	/** @param account {@code null} to stay who the daemon is */
	ProgramRunner(Account account) {
		executor = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("scripts as " + (account == null ? "daemon" : account.name())).factory());
		Map<String, String> variables = new TreeMap<>(System.getenv());
		variables.put(DAEMON, Long.toString(ProcessHandle.current().pid()));
		environment = variables.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
		executor.execute(() -> become(account));
	}

	private void become(Account account) {
		try {
			ThreadIdentity.dropAmbientCapabilities();
			if (account != null) {
				ChildProcess.rehearse();
				ThreadIdentity.become(account);
			}
		} catch (LinuxException e) {
			refused = e;
		}
	}

	/** Starts a program. Exactly one of the two is called, on the runner's thread. */
	void start(List<String> words, Consumer<ChildProcess> started, Consumer<LinuxException> failed) {
		executor.execute(() -> {
			if (refused != null) {
				failed.accept(refused);
				return;
			}
			try {
				started.accept(ChildProcess.start(words, environment));
			} catch (LinuxException e) {
				failed.accept(e);
			}
		});
	}

	/** Starts what was handed in before, and no more. */
	@Override
	public void close() {
		executor.shutdown();
		try {
			executor.awaitTermination(1, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
