package org.kaconf.runtime;

/** How the daemon ends. Each failure is told in one line before. */
public enum ExitCode {
	/** It was asked to stop and did, or the configuration test found nothing. */
	OK(0, "stopped in good order, or the configuration is fine"),
	/** The kernel refused something that it normally grants. */
	FAILURE(1, "the system refused something"),
	USAGE(2, "the command line is wrong"),
	CONFIGURATION(3, "node.json is missing, unreadable or asks for what is not supported"),
	PERMISSION(4, "a capability is missing"),
	INTERFACE(5, "a network interface does not exist"),
	IN_USE(6, "another daemon holds the control socket or the pid file");

	private final int number;
	private final String meaning;

	ExitCode(int number, String meaning) {
		this.number = number;
		this.meaning = meaning;
	}

	public int number() {
		return number;
	}

	/** In words, for the help text. */
	public String meaning() {
		return meaning;
	}
}
