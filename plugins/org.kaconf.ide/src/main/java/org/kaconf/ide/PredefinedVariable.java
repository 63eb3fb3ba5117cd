package org.kaconf.ide;

import java.util.Arrays;
import java.util.Optional;

/** Definitions that exist without being written. */
enum PredefinedVariable {
	NODE("_NODE", "name of the node", "The name of the node the text is read for. Kaconf's own."),
	ADDRESS("_ADDRESS", "address of the node", "The first address of the node's block, without its prefix length. Kaconf's own."),
	INTERFACE("_INTERFACE", "interface of the node", "The interface of the node's first address. Kaconf's own."),
	PEERS("_PEERS", "addresses of the other nodes", "The addresses of the other nodes, a line each. For `unicast_peer`. Kaconf's own."),
	PWD("_PWD", "folder of the file", "The folder of the file the use stands in."),
	INSTANCE("_INSTANCE", "config id", "What follows `-i` on keepalived's command line, or else the host name up to its first dot."),
	RANDOM("_RANDOM", "a random number", "A random number from 0 to 32767, or within the limits that follow the name.");

	private final String text;
	private final String title;
	private final String description;

	PredefinedVariable(String text, String title, String description) {
		this.text = text;
		this.title = title;
		this.description = description;
	}

	String text() {
		return text;
	}

	String title() {
		return title;
	}

	/** Markdown. */
	String description() {
		return description;
	}

	static Optional<PredefinedVariable> of(String text) {
		return Arrays.stream(values()).filter(v -> v.text.equals(text)).findFirst();
	}
}
