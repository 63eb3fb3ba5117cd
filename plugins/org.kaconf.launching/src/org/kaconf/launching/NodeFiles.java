package org.kaconf.launching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.kaconf.generator.Generator;
import org.kaconf.generator.GeneratorException;
import org.kaconf.generator.GeneratorOptions;
import org.kaconf.generator.OutputFolder;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.NodeView;

/** What the language and the generator say of a file on disk. Not for the user interface's thread. */
public final class NodeFiles {
	private NodeFiles() {
	}

	/** The names of the nodes in a file. */
	public static List<String> nodes(Path file) {
		return names(Kaconf.create().analyse(file, LoadOptions.DEFAULT));
	}

	/**
	 * Generates the files of all nodes, with check scripts that run where they are generated.
	 *
	 * @return what the runtime reads for one of them
	 */
	static Path generate(Path file, String node, Path folder) throws CoreException {
		Analysis analysis = Kaconf.create().analyse(file, LoadOptions.DEFAULT);
		if (analysis.node(node).isEmpty()) {
			List<String> names = names(analysis);
			throw NodeLaunchDelegate.failure(file + " has no node \"" + node + "\". "
					+ (names.isEmpty() ? "It has none at all: add a cluster block with nodes." : "Choose one of " + String.join(", ", names) + "."), null);
		}
		try {
			new OutputFolder(folder).write(Generator.generate(analysis, new GeneratorOptions(true, folder)));
			return folder.resolve(node).resolve(Generator.NODE_JSON);
		} catch (GeneratorException | IOException e) {
			throw NodeLaunchDelegate.failure("The node's files could not be generated: " + e.getMessage(), e);
		}
	}

	private static List<String> names(Analysis analysis) {
		return analysis.nodes().stream().map(NodeView::name).toList();
	}
}
