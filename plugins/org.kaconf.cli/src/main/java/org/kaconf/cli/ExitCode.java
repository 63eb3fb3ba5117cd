package org.kaconf.cli;

/** Exit codes of {@code kaconf}. */
final class ExitCode {
	static final int OK = 0;
	/** The command did its work and has something to complain about. */
	static final int FINDINGS = 1;
	/** The command could not do its work: wrong usage, unreadable input, unwritable output, missing privileges. */
	static final int USAGE = 2;

	private ExitCode() {
	}
}
