package org.kaconf.cli;

/** Ends a command with exit code 2 and one line that says what is wrong and what to do. */
final class CommandFailure extends RuntimeException {
	private static final long serialVersionUID = 1;

	CommandFailure(String message) {
		super(message, null, false, false);
	}
}
