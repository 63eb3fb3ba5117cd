package org.kaconf.runtime.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kaconf.runtime.linux.Account;
import org.kaconf.runtime.linux.ChildProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.WaitStatus;
import org.kaconf.runtime.loop.EventLoop;

/** Runs programs as their users and tells the event loop how they end. All methods belong to the loop's thread. */
public final class Programs implements AutoCloseable {
	private static final long KILL_DELAY_NANOS = 2_000_000_000L;

	private final EventLoop loop;
	private final Map<Account, ProgramRunner> runners = new HashMap<>();
	private final List<ChildProcess> running = new ArrayList<>();
	private final Deque<Ending> ending = new ArrayDeque<>();
	private int starting;
	private Runnable whenIdle = () -> {
	};

	/** A program that was asked to end. @param killAt when it is no longer asked */
	private record Ending(ChildProcess process, long killAt) {
	}

	/** What becomes of a program; called on the loop's thread. */
	public interface Outcome {
		void started(ChildProcess process);

		void ended(WaitStatus status);

		/** It did not start. */
		void failed(LinuxException reason);
	}

	public Programs(EventLoop loop) {
		this.loop = loop;
	}

	public void start(List<String> words, Account account, Outcome outcome) {
		starting++;
		runners.computeIfAbsent(account, ProgramRunner::new).start(words, process -> {
			if (!loop.post(() -> watch(process, outcome))) {
				process.signalGroup(ChildProcess.SIGKILL);
			}
		}, reason -> loop.post(() -> {
					starting--;
					outcome.failed(reason);
					sayIfIdle();
				}));
	}

	private void watch(ChildProcess process, Outcome outcome) {
		starting--;
		running.add(process);
		try {
			loop.add(process, () -> reap(process, outcome::ended));
			outcome.started(process);
		} catch (LinuxException e) {
			running.remove(process);
			process.close();
			outcome.failed(e);
			sayIfIdle();
		}
	}

	private void reap(ChildProcess process, Consumer<WaitStatus> ended) {
		if (ending.removeIf(e -> e.process() == process)) {
			// What it has started ends with it. Its number is its own until it is waited for.
			process.signalGroup(ChildProcess.SIGKILL);
		}
		process.poll().ifPresent(status -> {
			loop.remove(process);
			process.close();
			running.remove(process);
			ended.accept(status);
			sayIfIdle();
		});
	}

	/** Sends SIGTERM to a program and its process group, and SIGKILL if it is still there two seconds later, as keepalived does. */
	public void end(ChildProcess process) {
		process.signalGroup(ChildProcess.SIGTERM);
		ending.add(new Ending(process, System.nanoTime() + KILL_DELAY_NANOS));
	}

	/** When something is due. */
	public long next() {
		return ending.isEmpty() ? Long.MAX_VALUE : ending.peek().killAt();
	}

	/** Does what is due. */
	public void due(long now) {
		while (!ending.isEmpty() && ending.peek().killAt() <= now) {
			ending.remove().process().signalGroup(ChildProcess.SIGKILL);
		}
	}

	/** Sends a signal to all that run. */
	public void signal(int signal) {
		running.forEach(process -> process.signalGroup(signal));
	}

	/** Calls an action when nothing runs and nothing is about to; at once if that is so now. */
	public void whenIdle(Runnable action) {
		whenIdle = action;
		sayIfIdle();
	}

	private void sayIfIdle() {
		if (starting == 0 && running.isEmpty()) {
			whenIdle.run();
		}
	}

	/** Kills what still runs, and starts no more. */
	@Override
	public void close() {
		runners.values().forEach(ProgramRunner::close);
		// Those that were started in the last moment.
		loop.runTasks();
		signal(ChildProcess.SIGKILL);
		running.forEach(ChildProcess::close);
		running.clear();
	}
}
