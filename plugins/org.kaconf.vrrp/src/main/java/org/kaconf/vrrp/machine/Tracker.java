package org.kaconf.vrrp.machine;

/** Something an instance tracks, named as in the configuration. */
public record Tracker(Kind kind, String name) {
	/** What is tracked. */
	public enum Kind {
		/** A vrrp_script. Until its first result it counts neither as good nor as bad. */
		SCRIPT,
		/** An interface other than the instance's own. It counts as up until told otherwise. */
		INTERFACE
	}

	public static Tracker script(String name) {
		return new Tracker(Kind.SCRIPT, name);
	}

	public static Tracker networkInterface(String name) {
		return new Tracker(Kind.INTERFACE, name);
	}
}
