package org.kaconf.ide;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;

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

	/** What it stands for on a node, as far as the cluster's description tells. */
	Optional<String> value(Node node, List<Node> all) {
		return switch (this) {
			case NODE, INSTANCE -> Optional.of(node.name());
			case ADDRESS -> addresses(node).findFirst();
			case INTERFACE -> node.addresses().stream().map(NodeAddress::device).filter(Objects::nonNull).findFirst();
			case PEERS -> Optional.of(all.stream().filter(n -> !n.name().equals(node.name())).flatMap(n -> addresses(n).limit(1))
					.collect(Collectors.joining(", "))).filter(p -> !p.isEmpty());
			case PWD, RANDOM -> Optional.empty();
		};
	}

	private static Stream<String> addresses(Node node) {
		return node.addresses().stream().map(a -> a.prefix().address().toString());
	}

	static Optional<PredefinedVariable> of(String text) {
		return Arrays.stream(values()).filter(v -> v.text.equals(text)).findFirst();
	}
}
