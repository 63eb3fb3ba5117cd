package org.kaconf.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kaconf.model.Node;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.control.Messages;

/**
 * A {@code node.json}.
 *
 * @param nodeName the node that it must be of; {@code null} for any
 */
public record NodeFile(Path file, String nodeName) implements ConfigurationSource {
	@Override
	public Node read() throws DaemonException {
		Node node;
		try (Reader reader = Files.newBufferedReader(file)) {
			node = NodeJson.read(reader);
		} catch (IOException e) {
			throw new DaemonException(ExitCode.CONFIGURATION, file + ": " + Messages.of(e) + (Files.exists(file) ? "" : "; generate it with kaconf generate"), e);
		}
		if (nodeName != null && !nodeName.equals(node.name())) {
			throw new DaemonException(ExitCode.CONFIGURATION, file + " is for node " + node.name() + ", not " + nodeName + "; name the file of " + nodeName + " with -f");
		}
		return node;
	}
}
