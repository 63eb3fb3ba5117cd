package org.kaconf.runtime.script;

import java.util.Optional;
import java.util.function.Consumer;
import org.kaconf.model.Script;
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
	/** What a shell says of a program that it cannot run. */
	private static final int STATUS_NOT_RUNNABLE = 127;

	private final Script script;
	private final ScriptCommands.Runnable program;
	private final Programs programs;
	private final Log log;
	/** Called with whether the script is good now, when that changes. */
	private final Consumer<Boolean> changed;
	private ScriptState state;
	private long nextRun;
	private boolean busy;
	private ChildProcess process;
	private long timeout = Long.MAX_VALUE;
	private boolean timedOut;
	private boolean abandoned;

	ScriptMonitor(Script script, ScriptCommands.Runnable program, Programs programs, Log log, Consumer<Boolean> changed) {
		this.script = script;
		this.program = program;
		this.programs = programs;
		this.log = log;
		this.changed = changed;
		state = ScriptState.of(script);
	}

	public Script script() {
		return script;
	}

	/** Whether it is this very script, run in this very way. */
	boolean runs(Script other, ScriptCommands.Runnable otherProgram) {
		return script.equals(other) && program.equals(otherProgram);
	}

	/** Goes on from the result that the script had before its configuration changed. */
	void takeResultOf(ScriptMonitor before) {
		ScriptStep step = state.continuing(before.state);
		state = step.state();
		step.log().forEach(line -> log.info(line.text()));
	}

	/** Whether it is good; empty before the first result. */
	public Optional<Boolean> good() {
		return state.undecided() ? Optional.empty() : Optional.of(state.good());
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
		return Math.min(nextRun, timeout);
	}

	/** Does what is due. */
	public void due(long now) {
		if (timeout <= now) {
			timeout = Long.MAX_VALUE;
			timedOut = true;
			programs.end(process);
			count(new ScriptResult.TimedOut());
		}
		if (nextRun <= now) {
			nextRun = Math.max(nextRun + script.interval().toNanos(), now);
			run();
		}
	}

	/** Nobody waits for a result any more: ends a run that goes on. */
	void abandon() {
		abandoned = true;
		if (process != null) {
			programs.end(process);
		}
	}

	private void run() {
		if (busy) {
			log.detail("Track script " + script.name() + " is already running, expect idle - skipping run");
			return;
		}
		busy = true;
		programs.start(program.words(), program.account(), this);
	}

	@Override
	public void started(ChildProcess child) {
		if (abandoned) {
			programs.end(child);
			return;
		}
		process = child;
		timedOut = false;
		timeout = System.nanoTime() + script.timeout().toNanos();
	}

	@Override
	public void ended(WaitStatus status) {
		busy = false;
		process = null;
		timeout = Long.MAX_VALUE;
		if (!timedOut && !abandoned) {
			count(status.exited() ? new ScriptResult.Exited(status.exitStatus()) : new ScriptResult.Signalled(status.signal()));
		}
	}

	@Override
	public void failed(LinuxException reason) {
		busy = false;
		if (abandoned) {
			return;
		}
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
