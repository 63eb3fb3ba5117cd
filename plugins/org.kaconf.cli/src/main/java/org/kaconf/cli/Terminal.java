package org.kaconf.cli;

import java.io.Console;
import java.util.Map;

/** What the standard output can show. */
final class Terminal {
	private Terminal() {
	}

	/** Colours only where a person looks, and not where NO_COLOR (no-color.org) asks for none. */
	static boolean hasColours() {
		Console console = System.console();
		return console != null && console.isTerminal() && allowsColours(System.getenv());
	}

	/** NO_COLOR asks for none when it is not empty; a terminal of type dumb has none. */
	static boolean allowsColours(Map<String, String> environment) {
		return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
	}
}
