package org.kaconf.vrrp.machine;

/** Something an instance tracks, named as in the configuration. */
public record Tracker(Kind kind, String name) {
	/** What is tracked. Until told otherwise everything but a script counts as good, and a file as holding 0. */
	public enum Kind {
		/** A vrrp_script. Until its first result it counts neither as good nor as bad. */
		SCRIPT,
		/** An interface other than the instance's own. */
		INTERFACE,
		/** A vrrp_track_process: good while its quorum is met. */
		PROCESS,
		/** A vrrp_track_file: it has a number instead of being good or bad. */
		FILE,
		/** A bfd_instance: good while the session is up. */
		BFD
	}

	public static Tracker script(String name) {
		return new Tracker(Kind.SCRIPT, name);
	}

	public static Tracker networkInterface(String name) {
		return new Tracker(Kind.INTERFACE, name);
	}

	public static Tracker process(String name) {
		return new Tracker(Kind.PROCESS, name);
	}

	public static Tracker file(String name) {
		return new Tracker(Kind.FILE, name);
	}

	public static Tracker bfd(String name) {
		return new Tracker(Kind.BFD, name);
	}
}
