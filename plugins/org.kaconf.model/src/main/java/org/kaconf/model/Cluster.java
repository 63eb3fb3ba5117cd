package org.kaconf.model;

import java.util.List;
import java.util.Optional;

/**
 * All nodes that share virtual routers.
 *
 * @param name empty when the text has no cluster block
 * @param scriptDirectory absolute path where generated check scripts are installed on a node
 */
public record Cluster(String name, KeepalivedVersion keepalivedVersion, List<Node> nodes, List<ReservedVrids> reservedVrids,
		String scriptDirectory, Origins origins) {
	public static final String DEFAULT_SCRIPT_DIRECTORY = "/etc/keepalived/scripts";

	public Cluster {
		origins = Origins.orNone(origins);
		nodes = List.copyOf(nodes);
		reservedVrids = List.copyOf(reservedVrids);
	}

	public Optional<Node> node(String nodeName) {
		return nodes.stream().filter(n -> n.name().equals(nodeName)).findFirst();
	}
}
