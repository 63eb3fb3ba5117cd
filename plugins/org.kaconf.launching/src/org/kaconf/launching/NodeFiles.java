package org.kaconf.launching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.kaconf.ide.IdeServices;

/** What the generator makes of a file for one node. */
public final class NodeFiles {
	private NodeFiles() {
	}

	/** The names of the nodes in a file. */
	public static List<String> nodes(Path file) throws CoreException {
		try {
			IdeServices services = IdeServices.create();
			return services.nodeNames(services.snapshot(file, Files.readString(file)));
		} catch (IOException e) {
			throw NodeLaunchDelegate.failure(file + " cannot be read: " + e.getMessage(), e);
		}
	}

	static Path generate(Path file, String node, Path folder) throws CoreException {
		return folder.resolve(node).resolve("node.json");
	}
}
