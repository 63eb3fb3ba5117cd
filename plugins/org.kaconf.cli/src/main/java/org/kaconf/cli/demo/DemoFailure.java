package org.kaconf.cli.demo;

/** The scenario did not go as it must; the message is one line that says what was expected. */
public final class DemoFailure extends Exception {
	private static final long serialVersionUID = 1;

	DemoFailure(String message) {
		super(message);
	}
}
