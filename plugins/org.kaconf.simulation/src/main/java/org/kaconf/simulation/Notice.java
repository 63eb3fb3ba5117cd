package org.kaconf.simulation;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.kaconf.model.BfdSession;
import org.kaconf.model.Node;
import org.kaconf.model.Script;
import org.kaconf.model.TrackProcess;

/** How long a node takes to notice that something it tracks has failed or is well again, in nanoseconds; 0 for faults that are noticed at once. */
final class Notice {
	private Notice() {
	}

	/** For a script from right after the begin of the last good run until it counts as failed, for other things from the event. */
	static long ofFault(Fault fault, Node node) {
		return switch (fault.kind()) {
			case SCRIPT_FAILURE, SCRIPT_HANG -> runsUntilFailed(fault, node.script(fault.subject()).orElseThrow());
			case PROCESS_FAILURE -> longestDelay(node.process(fault.subject()).orElseThrow());
			case BFD_DOWN -> detectionTime(node.bfdSession(fault.subject()).orElseThrow());
			case CRASH, STOP, FILE_CHANGE, LINK_DOWN -> 0;
		};
	}

	/** For a script from right after the begin of the last bad run until it counts as good, for other things from the event. */
	static long ofRecovery(Fault fault, Node node) {
		return switch (fault.kind()) {
			case SCRIPT_FAILURE, SCRIPT_HANG -> runsUntilWell(fault, node.script(fault.subject()).orElseThrow());
			case PROCESS_FAILURE -> longestDelay(node.process(fault.subject()).orElseThrow());
			case BFD_DOWN -> handshake(node.bfdSession(fault.subject()).orElseThrow());
			case CRASH, STOP, FILE_CHANGE, LINK_DOWN -> 0;
		};
	}

	private static long runsUntilFailed(Fault fault, Script script) {
		long interval = script.interval().toNanos();
		return fault.kind() == Fault.Kind.SCRIPT_HANG ? interval + (script.fall() - 1) * hangingPeriod(script) + script.timeout().toNanos()
				: script.fall() * interval;
	}

	private static long runsUntilWell(Fault fault, Script script) {
		long interval = script.interval().toNanos();
		return (fault.kind() == Fault.Kind.SCRIPT_HANG ? hangingPeriod(script) : interval) + (script.rise() - 1) * interval;
	}

	/** From the begin of a run that hangs until the next one begins: none does while one hangs, nor at the moment in which it is killed. */
	private static long hangingPeriod(Script script) {
		long interval = script.interval().toNanos();
		return (script.timeout().toNanos() / interval + 1) * interval;
	}

	/** Too few processes may be too few or too many, and so may a return be a start or an end. */
	private static long longestDelay(TrackProcess process) {
		return Collections.max(List.of(process.forkDelay(), process.terminateDelay())).toNanos();
	}

	/** RFC 5880, 6.8.4, with a neighbour that is configured like the node itself. */
	private static long detectionTime(BfdSession session) {
		Duration pause = Collections.max(List.of(session.minReceive(), session.minTransmit()));
		return pause.toNanos() * session.multiplier();
	}

	/** Down, Init, Up: two packets, each at most an idle interval after the other, and one for the phase. */
	private static long handshake(BfdSession session) {
		return 3 * session.idleTransmit().toNanos();
	}
}
