package org.kaconf.cli;

import java.io.Console;

/** What the standard output can show. */
final class Terminal {
	private Terminal() {
	}

	/** Colours only where a person looks, and not where NO_COLOR (no-color.org) asks for none. */
	static boolean hasColours() {
		Console console = System.console();
		return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
	}
}
