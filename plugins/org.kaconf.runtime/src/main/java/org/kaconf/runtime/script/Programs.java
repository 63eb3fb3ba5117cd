package org.kaconf.runtime.script;

import java.util.ArrayList;
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
	private final EventLoop loop;
	private final Map<Account, ProgramRunner> runners = new HashMap<>();
	private final List<ChildProcess> running = new ArrayList<>();
	private int starting;
	private Runnable whenIdle = () -> {
	};

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
		runners.computeIfAbsent(account, ProgramRunner::new).start(words, process -> loop.post(() -> watch(process, outcome)),
				reason -> loop.post(() -> {
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
		process.poll().ifPresent(status -> {
			loop.remove(process);
			process.close();
			running.remove(process);
			ended.accept(status);
			sayIfIdle();
		});
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

	/** Lets running programs run on, but starts no more. */
	@Override
	public void close() {
		runners.values().forEach(ProgramRunner::close);
		running.forEach(ChildProcess::close);
		running.clear();
	}
}
