package org.kaconf.simulation;

import java.time.Duration;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.vrrp.machine.ScriptResult;
import org.kaconf.vrrp.machine.ScriptState;
import org.kaconf.vrrp.machine.Timing;

/** A tracked script of one node, with the times of its runs. */
final class SimulatedScript {
	/** How the next run goes. */
	enum Condition {
		/** It succeeds at once. */
		SUCCEEDS,
		/** It fails at once. */
		FAILS,
		/** It does not end, and is killed after its timeout. */
		HANGS
	}

	private static final long SHORTEST_INTERVAL = Duration.ofSeconds(1).toNanos();

	final Node node;
	final Script script;
	ScriptState state;
	Condition condition;
	long nextRun = Timing.NEVER;
	/** When the run that hangs now is killed. */
	long killedAt = Timing.NEVER;

	SimulatedScript(Node node, Script script, Condition condition) {
		this.node = node;
		this.script = script;
		this.condition = condition;
		state = ScriptState.of(script);
	}

	SimulatedScript(SimulatedScript other) {
		this(other.node, other.script, other.condition);
		state = other.state;
		nextRun = other.nextRun;
		killedAt = other.killedAt;
	}

	long nextEvent() {
		return Math.min(nextRun, killedAt);
	}

	/** The daemon starts at this time: nothing is known, the first run comes at once. */
	void start(long now) {
		state = ScriptState.of(script);
		nextRun = now;
		killedAt = Timing.NEVER;
	}

	void stop() {
		nextRun = Timing.NEVER;
		killedAt = Timing.NEVER;
	}

	/**
	 * Lets happen what is due: a new run, which does not begin while one hangs, or the end of the run that hangs. Of a new run and the end of the old one at
	 * the same time the new one comes first, and so it does not begin: so does keepalived from 2.3.3 on.
	 *
	 * @return the result of a run that ends now, or {@code null}
	 */
	ScriptResult advance(long now) {
		if (nextRun > now) {
			killedAt = Timing.NEVER;
			return new ScriptResult.TimedOut();
		}
		nextRun += Math.max(SHORTEST_INTERVAL, script.interval().toNanos());
		if (killedAt != Timing.NEVER) {
			return null;
		}
		return switch (condition) {
			case SUCCEEDS -> new ScriptResult.Exited(0);
			case FAILS -> new ScriptResult.Exited(1);
			case HANGS -> {
				killedAt = now + script.timeout().toNanos();
				yield null;
			}
		};
	}
}
