package org.kaconf.runtime;

/** Why the daemon cannot start or go on; the message is one line that says what to do. */
public final class DaemonException extends Exception {
	private final ExitCode exitCode;

	public DaemonException(ExitCode exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	public DaemonException(ExitCode exitCode, String message, Throwable cause) {
		super(message, cause);
		this.exitCode = exitCode;
	}

	public ExitCode exitCode() {
		return exitCode;
	}
}
