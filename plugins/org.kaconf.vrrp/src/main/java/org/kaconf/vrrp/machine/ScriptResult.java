package org.kaconf.vrrp.machine;

/** How one run of a tracked script ended. */
public sealed interface ScriptResult {
	/** It exited. @param status 0 for success */
	record Exited(int status) implements ScriptResult {
	}

	/** A signal that we did not send ended it. */
	record Signalled(int signal) implements ScriptResult {
	}

	/** It did not end within its timeout and was killed. */
	record TimedOut() implements ScriptResult {
	}

	default boolean succeeded() {
		return this instanceof Exited exited && exited.status() == 0;
	}
}
