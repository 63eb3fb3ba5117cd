package org.kaconf.simulation;

import java.util.List;
import org.kaconf.model.Origin;

/**
 * Something a cluster should do on a fault and does not.
 *
 * @param message one sentence: what happens, and why
 * @param origin the value that causes it
 * @param explanation the events that lead to it
 */
public record Violation(Kind kind, String message, Origin origin, List<TimelineEntry> explanation) {
	/** What goes against expectation. */
	public enum Kind {
		/** Several nodes hold the addresses, for good. */
		TWO_MASTERS,
		/** No node holds the addresses, though one could. */
		NO_MASTER,
		/** What the master tracks fails, and it stays master although another node is well. */
		NO_HANDOVER,
		/** A node of higher priority that preempts has recovered, and is not master again. */
		NO_RETURN,
		/** A node with nopreempt has recovered, and takes the addresses back. */
		UNWANTED_RETURN,
		/** The addresses move to and fro. */
		FLAPPING
	}

	public Violation {
		explanation = List.copyOf(explanation);
	}

	@Override
	public String toString() {
		return kind + ": " + message;
	}
}
