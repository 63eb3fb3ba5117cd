package org.kaconf.vrrp.machine;

import java.util.ArrayList;
import java.util.List;
import org.kaconf.model.Script;
import org.kaconf.vrrp.machine.Effect.Log;
import org.kaconf.vrrp.machine.ScriptResult.Exited;
import org.kaconf.vrrp.machine.ScriptResult.Signalled;
import org.kaconf.vrrp.machine.ScriptResult.TimedOut;

/**
 * Counts the results of a script in keepalived's way. A counter runs from 0 to rise + fall - 1 and means good from rise on. While the script is good, a
 * success sets it to the top and a failure takes one off; while it is bad, a failure sets it to 0 and a success adds one. Before the first result the
 * script is neither: that result alone decides, whatever rise and fall say. With {@code init_fail} it begins as bad instead.
 *
 * @param counter 0..rise + fall - 1
 * @param undecided no result so far, and not {@code init_fail}
 * @param lastStatus exit status of the last run that exited; 0 before the first
 */
public record ScriptState(String name, int rise, int fall, int counter, boolean undecided, int lastStatus) {
	/** What a result changes. */
	public enum Change {
		/** Nothing. */
		NONE,
		/** The script is good now: hand {@code Track(script, true)} to the instances that track it. */
		BECAME_GOOD,
		/** The script is bad now: hand {@code Track(script, false)} to the instances that track it. */
		BECAME_BAD
	}

	/** @param log lines to log */
	public record ScriptStep(ScriptState state, Change change, List<Log> log) {
		public ScriptStep {
			log = List.copyOf(log);
		}
	}

	/** A script before its first run. With {@code init_fail} the instances are to be told that it is bad before they start. */
	public static ScriptState of(Script script) {
		boolean undecided = !script.initFail();
		return new ScriptState(script.name(), script.rise(), script.fall(), undecided ? script.rise() - 1 : 0, undecided, 0);
	}

	/**
	 * The script with a new configuration, going on from the result it had with the old one: as far from turning good or bad as it was, as in keepalived. A
	 * script without a result begins anew.
	 */
	public ScriptStep continuing(ScriptState before) {
		if (before.undecided) {
			return new ScriptStep(this, Change.NONE, List.of());
		}
		int top = rise + fall - 1;
		int wasTop = before.rise + before.fall - 1;
		int next = before.good() ? before.counter == wasTop ? top : Math.min(rise + before.counter - before.rise, top)
				: before.counter == 0 ? 0 : Math.max(rise - (before.rise - before.counter), 0);
		String text = "VRRP_Script(" + name + ") considered " + (before.good() ? "successful" : "unsuccessful") + " on reload";
		return new ScriptStep(new ScriptState(name, rise, fall, next, false, before.lastStatus), Change.NONE, List.of(new Log(LogLevel.INFO, text)));
	}

	/** Whether it counts as good; meaningless while {@link #undecided}. */
	public boolean good() {
		return counter >= rise;
	}

	/** Counts one result. The script's own {@code reverse} is no business of the counter: the instances apply it. */
	public ScriptStep step(ScriptResult result) {
		List<Log> log = new ArrayList<>();
		int status = result instanceof Exited exited ? exited.status() : lastStatus;
		if (status != lastStatus) {
			log.add(new Log(LogLevel.INFO, "Script `" + name + "` now returning " + status));
		}
		boolean success = result.succeeded();
		int next = success ? afterSuccess() : afterFailure();
		boolean goodNow = next >= rise;
		Change change = undecided || goodNow != good() ? changeTo(goodNow) : Change.NONE;
		if (change != Change.NONE) {
			log.add(new Log(LogLevel.INFO, "VRRP_Script(" + name + ") " + words(result)));
		}
		return new ScriptStep(new ScriptState(name, rise, fall, next, false, status), change, log);
	}

	private int afterSuccess() {
		return counter < rise - 1 ? counter + 1 : rise + fall - 1;
	}

	private int afterFailure() {
		return counter > rise ? counter - 1 : 0;
	}

	private static Change changeTo(boolean good) {
		return good ? Change.BECAME_GOOD : Change.BECAME_BAD;
	}

	private static String words(ScriptResult result) {
		return switch (result) {
			case Exited exited -> exited.status() == 0 ? "succeeded" : "failed (exited with status " + exited.status() + ")";
			case Signalled signalled -> "failed (due to signal " + signalled.signal() + ")";
			case TimedOut timedOut -> "timed_out";
		};
	}
}
