package org.kaconf.simulation;

import org.kaconf.vrrp.machine.Tracker;

/**
 * One thing that goes wrong, and later recovers.
 *
 * @param subject the tracked thing or the interface; {@code null} when it is the whole node
 */
public record Fault(Kind kind, String node, String subject) {
	/** What goes wrong. */
	public enum Kind {
		/** The node stops without a word: power cut, kill -9. It starts again. */
		CRASH("crashes", "starts again", null),
		/** The daemon stops in good order and says so with priority 0. It starts again. */
		STOP("stops", "starts again", null),
		/** A tracked script begins to fail, each time as soon as it runs. It succeeds again. */
		SCRIPT_FAILURE("fails", "is well again", Tracker.Kind.SCRIPT),
		/** A tracked script begins to hang, each time until it is killed after its timeout. It succeeds again. */
		SCRIPT_HANG("hangs", "is well again", Tracker.Kind.SCRIPT),
		/** A tracked process ends, or too many run. It runs again as it should. */
		PROCESS_FAILURE("fails", "is well again", Tracker.Kind.PROCESS),
		/** A tracked file holds the number that lowers the priority most. It holds the usual one again. */
		FILE_CHANGE("holds its worst number", "holds its usual number again", Tracker.Kind.FILE),
		/** A BFD session goes down. It comes up again. */
		BFD_DOWN("goes down", "is up again", Tracker.Kind.BFD),
		/** An interface goes down. It comes up again. */
		LINK_DOWN("goes down", "is up again", null);

		private final String words;
		private final String recoveryWords;
		private final Tracker.Kind tracker;

		Kind(String words, String recoveryWords, Tracker.Kind tracker) {
			this.words = words;
			this.recoveryWords = recoveryWords;
			this.tracker = tracker;
		}
	}

	/** Name of the script that fails or hangs; {@code null} when the fault is another. */
	public String script() {
		return isOfScript() ? subject : null;
	}

	boolean isOfScript() {
		return kind.tracker == Tracker.Kind.SCRIPT;
	}

	/** Whether something fails that an instance tracks, other than an interface. */
	boolean isOfTracker() {
		return kind.tracker != null;
	}

	/** What fails that an instance tracks. */
	Tracker tracker() {
		return new Tracker(kind.tracker, subject);
	}

	/** {@code nginx01 crashes}, {@code chk_nginx on nginx01 fails}. */
	public String describe() {
		return subjectWords() + " " + kind.words;
	}

	/** {@code chk_nginx fails on nginx01}. */
	String wordsWithNode() {
		return subject + " " + kind.words + " on " + node;
	}

	/** {@code nginx01 starts again}, {@code chk_nginx on nginx01 is well again}. */
	public String describeRecovery() {
		return subjectWords() + " " + kind.recoveryWords;
	}

	/** What the node itself does in a timeline. */
	String wordsOnNode(boolean recovery) {
		String verb = recovery ? kind.recoveryWords : kind.words;
		return subject == null ? verb : "sees that " + subject + " " + verb;
	}

	private String subjectWords() {
		return subject == null ? node : subject + " on " + node;
	}
}
