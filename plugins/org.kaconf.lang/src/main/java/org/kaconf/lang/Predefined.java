package org.kaconf.lang;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kaconf.lang.catalog.Releases;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;

/** Definitions that exist without being written: Kaconf's own, which tell of a node of the cluster, and keepalived's. */
public enum Predefined {
	NODE("_NODE", "name of the node", "The name of the node the text is read for. Kaconf's own.", "name the node"),
	ADDRESS("_ADDRESS", "address of the node", "The first address of the node's block, without its prefix length. Kaconf's own.",
			"write 'address ADDRESS/PREFIX dev INTERFACE' in the node's block"),
	INTERFACE("_INTERFACE", "interface of the node", "The interface of the node's first address. Kaconf's own.",
			"write 'address ADDRESS/PREFIX dev INTERFACE' in the node's block"),
	PEERS("_PEERS", "addresses of the other nodes", "The addresses of the other nodes, a line each. For `unicast_peer`. Kaconf's own.",
			"write the addresses of the other nodes in their blocks"),
	PWD("_PWD", "folder of the file", "The folder of the file the use stands in.", Releases.OLDEST),
	INSTANCE("_INSTANCE", "config id", "What follows `-i` on keepalived's command line, or else the host name up to its first dot.",
			new KeepalivedVersion(2, 0, 1)),
	RANDOM("_RANDOM", "a random number", "A random number from 0 to 32767, or within the limits that follow the name.", new KeepalivedVersion(2, 0, 15)),
	HASH("_HASH", "the character #", "The character that would begin a comment; inside quotes only.", new KeepalivedVersion(2, 1, 4)),
	BANG("_BANG", "the character !", "The other character that would begin a comment; inside quotes only.", new KeepalivedVersion(2, 1, 4)),
	ENV("_ENV", "an environment variable", "The value of the environment variable whose name follows: `${_ENV HOME}`. Since keepalived 2.4.0.",
			new KeepalivedVersion(2, 4, 0));

	private final String text;
	private final String title;
	private final String description;
	private final KeepalivedVersion since;
	private final String remedy;

	/** One that keepalived has. */
	Predefined(String text, String title, String description, KeepalivedVersion since) {
		this(text, title, description, since, null);
	}

	/** One that a node of the cluster has. */
	Predefined(String text, String title, String description, String remedy) {
		this(text, title, description, null, remedy);
	}

	Predefined(String text, String title, String description, KeepalivedVersion since, String remedy) {
		this.text = text;
		this.title = title;
		this.description = description;
		this.since = since;
		this.remedy = remedy;
	}

	/** How it is written between the braces: {@code _NODE}. */
	public String text() {
		return text;
	}

	public String title() {
		return title;
	}

	/** Markdown. */
	public String description() {
		return description;
	}

	/** What to do so that a node has it; nothing for keepalived's own, which are always there. */
	public Optional<String> remedy() {
		return Optional.ofNullable(remedy);
	}

	/** Whether a release of keepalived knows it; Kaconf's own are put in before keepalived sees the text. */
	public boolean knownIn(KeepalivedVersion version) {
		return since == null || version.isAtLeast(since);
	}

	/** What it stands for on a node, as far as the cluster's description tells. */
	public Optional<String> value(Node node, List<Node> all) {
		return switch (this) {
			case NODE, INSTANCE -> Optional.of(node.name());
			case ADDRESS -> addresses(node).findFirst();
			case INTERFACE -> node.addresses().stream().map(NodeAddress::device).filter(Objects::nonNull).findFirst();
			case PEERS -> Optional.of(all.stream().filter(n -> !n.name().equals(node.name())).flatMap(n -> addresses(n).limit(1))
					.collect(Collectors.joining(", "))).filter(p -> !p.isEmpty());
			case HASH -> Optional.of("#");
			case BANG -> Optional.of("!");
			case PWD, RANDOM, ENV -> Optional.empty();
		};
	}

	private static Stream<String> addresses(Node node) {
		return node.addresses().stream().map(a -> a.prefix().address().toString());
	}

	public static Optional<Predefined> of(String text) {
		return Arrays.stream(values()).filter(v -> v.text.equals(text)).findFirst();
	}

	/** Those that a node of the cluster has, or else those that keepalived has, as {@code ${_NODE}, ${_ADDRESS}}. */
	public static String listing(boolean ofNode) {
		return Arrays.stream(values()).filter(v -> v.remedy().isPresent() == ofNode).map(v -> "${" + v.text + "}").collect(Collectors.joining(", "));
	}
}
