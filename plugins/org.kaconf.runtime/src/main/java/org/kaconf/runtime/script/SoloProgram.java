package org.kaconf.runtime.script;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.kaconf.runtime.linux.ChildProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.WaitStatus;
import org.kaconf.runtime.loop.EventLoop;
import org.kaconf.runtime.loop.Log;

/**
 * Runs one program to its end on the calling thread: before a node starts and after it has stopped, when nothing else is to be done. How it ends
 * is logged and decides nothing, as in keepalived.
 */
public final class SoloProgram implements EventLoop.Deadlines, Programs.Outcome {
	/** Whom SIGKILL does not end waits for a device, and may do so for ever; keepalived asks twice more and then goes on, too. */
	private static final long GIVE_UP_NANOS = 14_000_000_000L;

	private final String keyword;
	private final Duration timeout;
	private final EventLoop loop;
	private final Programs programs;
	private final Log log;
	private ChildProcess process;
	private boolean ending;
	private boolean ended;
	private long endAt = Long.MAX_VALUE;
	private long giveUpAt = Long.MAX_VALUE;

	private SoloProgram(String keyword, Duration timeout, EventLoop loop, Programs programs, Log log) {
		this.keyword = keyword;
		this.timeout = timeout;
		this.loop = loop;
		this.programs = programs;
		this.log = log;
	}

	/**
	 * Returns when the program has ended, or would not end.
	 *
	 * @param keyword what the configuration calls it
	 * @param timeout after which it gets SIGTERM, and two seconds later SIGKILL
	 * @param cut once it is complete, the program is ended before its time
	 */
	public static void run(String keyword, ScriptCommands.Runnable program, Duration timeout, CompletableFuture<?> cut, Log log) throws LinuxException {
		try (EventLoop loop = new EventLoop(); Programs programs = new Programs(loop)) {
			SoloProgram run = new SoloProgram(keyword, timeout, loop, programs, log);
			log.detail("Running " + keyword + " " + program.words().getFirst());
			programs.start(program.words(), program.account(), run);
			cut.thenRun(() -> loop.post(run::end));
			loop.run(run);
		}
	}

	@Override
	public void started(ChildProcess started) {
		process = started;
		endAt = System.nanoTime() + timeout.toNanos();
		if (ending) {
			signal();
		}
	}

	@Override
	public void ended(WaitStatus status) {
		if (status.exited() && status.exitStatus() == 0) {
			log.detail(keyword + " has succeeded");
		} else {
			log.info(keyword + " " + status);
		}
		finish();
	}

	@Override
	public void failed(LinuxException reason) {
		log.info(keyword + ": " + reason.getMessage());
		finish();
	}

	private void finish() {
		ended = true;
		loop.stop();
	}

	/** One that has not started yet is ended once it has. */
	private void end() {
		if (ending || ended) {
			return;
		}
		ending = true;
		if (process != null) {
			signal();
		}
	}

	private void signal() {
		endAt = Long.MAX_VALUE;
		giveUpAt = System.nanoTime() + GIVE_UP_NANOS;
		programs.end(process);
	}

	@Override
	public long next() {
		return Math.min(programs.next(), Math.min(endAt, giveUpAt));
	}

	@Override
	public void due(long now) {
		programs.due(now);
		if (endAt <= now) {
			log.info(keyword + " has not ended within " + timeout.toSeconds() + " s");
			end();
		}
		if (giveUpAt <= now) {
			log.info(keyword + " (process " + process.pid() + ") does not even end by SIGKILL; going on without");
			loop.stop();
		}
	}
}
