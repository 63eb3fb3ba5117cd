package org.kaconf.simulation;

/**
 * One thing that goes wrong, and later recovers.
 *
 * @param subject the script or the interface; {@code null} when it is the whole node
 */
public record Fault(Kind kind, String node, String subject) {
	/** What goes wrong. */
	public enum Kind {
		/** The node stops without a word: power cut, kill -9. It starts again. */
		CRASH("crashes", "starts again"),
		/** The daemon stops in good order and says so with priority 0. It starts again. */
		STOP("stops", "starts again"),
		/** A tracked script begins to fail, each time as soon as it runs. It succeeds again. */
		SCRIPT_FAILURE("fails", "is well again"),
		/** A tracked script begins to hang, each time until it is killed after its timeout. It succeeds again. */
		SCRIPT_HANG("hangs", "is well again"),
		/** An interface goes down. It comes up again. */
		LINK_DOWN("goes down", "is up again");

		private final String words;
		private final String recoveryWords;

		Kind(String words, String recoveryWords) {
			this.words = words;
			this.recoveryWords = recoveryWords;
		}
	}

	/** Name of the script that fails or hangs; {@code null} when the fault is another. */
	public String script() {
		return isOfScript() ? subject : null;
	}

	boolean isOfScript() {
		return kind == Kind.SCRIPT_FAILURE || kind == Kind.SCRIPT_HANG;
	}

	/** {@code nginx01 crashes}, {@code chk_nginx on nginx01 fails}. */
	public String describe() {
		return subjectWords() + " " + kind.words;
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
