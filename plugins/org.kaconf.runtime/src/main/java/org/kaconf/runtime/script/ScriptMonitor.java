package org.kaconf.runtime.script;

import java.util.List;
import java.util.function.Consumer;
import org.kaconf.model.Script;
import org.kaconf.runtime.linux.Account;
import org.kaconf.runtime.linux.ChildProcess;
import org.kaconf.runtime.linux.LinuxException;
import org.kaconf.runtime.linux.WaitStatus;
import org.kaconf.runtime.loop.Log;
import org.kaconf.vrrp.machine.ScriptResult;
import org.kaconf.vrrp.machine.ScriptState;
import org.kaconf.vrrp.machine.ScriptState.Change;
import org.kaconf.vrrp.machine.ScriptState.ScriptStep;

/**
 * Runs one tracked script at its interval and counts the results. A run that outlasts its timeout is a failure: its process group gets SIGTERM,
 * and SIGKILL if it is still there two seconds later, as in keepalived. A run that is due while the one before goes on is skipped.
 * All methods belong to the loop's thread.
 */
public final class ScriptMonitor implements Programs.Outcome {
	private static final long KILL_DELAY_NANOS = 2_000_000_000L;
	/** What a shell says of a program that it cannot run. */
	private static final int STATUS_NOT_RUNNABLE = 127;

	private final Script script;
	private final List<String> words;
	private final Account account;
	private final Programs programs;
	private final Log log;
	/** Called with whether the script is good now, when that changes. */
	private final Consumer<Boolean> changed;
	private ScriptState state;
	private long nextRun;
	private boolean busy;
	private ChildProcess process;
	private long timeout = Long.MAX_VALUE;
	private long kill = Long.MAX_VALUE;
	private boolean timedOut;

	/** @param account whom it runs as; {@code null} for whom the daemon is */
	public ScriptMonitor(Script script, List<String> words, Account account, Programs programs, Log log, Consumer<Boolean> changed) {
		this.script = script;
		this.words = words;
		this.account = account;
		this.programs = programs;
		this.log = log;
		this.changed = changed;
		state = ScriptState.of(script);
	}

	public Script script() {
		return script;
	}

	/** {@code unknown} before the first result, else {@code good} or {@code bad}. */
	public String state() {
		return state.undecided() ? "unknown" : state.good() ? "good" : "bad";
	}

	/** The exit status of the last run that exited; 0 before the first. */
	public int lastStatus() {
		return state.lastStatus();
	}

	/** Makes the first run due. */
	public void begin(long now) {
		nextRun = now;
	}

	public long nextDeadline() {
		return Math.min(nextRun, Math.min(timeout, kill));
	}

	/** Does what is due. */
	public void due(long now) {
		if (timeout <= now) {
			timeout = Long.MAX_VALUE;
			kill = now + KILL_DELAY_NANOS;
			timedOut = true;
			process.signalGroup(ChildProcess.SIGTERM);
			count(new ScriptResult.TimedOut());
		}
		if (kill <= now) {
			kill = Long.MAX_VALUE;
			process.signalGroup(ChildProcess.SIGKILL);
		}
		if (nextRun <= now) {
			nextRun = Math.max(nextRun + script.interval().toNanos(), now);
			run();
		}
	}

	/** Ends a run that goes on: nobody waits for its result any more. */
	public void abandon() {
		if (process != null) {
			process.signalGroup(ChildProcess.SIGTERM);
		}
	}

	private void run() {
		if (busy) {
			log.detail("Track script " + script.name() + " is already running, expect idle - skipping run");
			return;
		}
		busy = true;
		programs.start(words, account, this);
	}

	@Override
	public void started(ChildProcess child) {
		process = child;
		timedOut = false;
		timeout = System.nanoTime() + script.timeout().toNanos();
	}

	@Override
	public void ended(WaitStatus status) {
		busy = false;
		process = null;
		timeout = Long.MAX_VALUE;
		kill = Long.MAX_VALUE;
		if (!timedOut) {
			count(status.exited() ? new ScriptResult.Exited(status.exitStatus()) : new ScriptResult.Signalled(status.signal()));
		}
	}

	@Override
	public void failed(LinuxException reason) {
		busy = false;
		log.info("Script " + script.name() + ": " + reason.getMessage());
		count(new ScriptResult.Exited(STATUS_NOT_RUNNABLE));
	}

	private void count(ScriptResult result) {
		ScriptStep step = state.step(result);
		state = step.state();
		step.log().forEach(line -> log.info(line.text()));
		if (step.change() != Change.NONE) {
			changed.accept(step.change() == Change.BECAME_GOOD);
		}
	}
}
