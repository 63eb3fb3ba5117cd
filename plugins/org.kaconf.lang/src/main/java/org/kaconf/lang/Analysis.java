package org.kaconf.lang;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.kaconf.lang.catalog.Catalog;
import org.kaconf.model.Cluster;

/**
 * Everything a configuration says.
 *
 * @param root the file it starts with
 * @param files all files that were read, the root first
 * @param hasClusterBlock whether the text itself says which nodes there are
 * @param nodes the configuration as each node reads it, in the order of the cluster
 * @param problems what was wrong while reading, by file, line and column
 * @param catalog the vocabulary of the keepalived release that is meant
 */
public record Analysis(Path root, List<SourceFile> files, Cluster cluster, boolean hasClusterBlock, List<NodeView> nodes, List<Problem> problems,
		Catalog catalog, Index index) {
	public Analysis {
		files = List.copyOf(files);
		nodes = List.copyOf(nodes);
		problems = List.copyOf(problems);
	}

	public List<Definition> definitions() {
		return index.definitions();
	}

	public List<Reference> references() {
		return index.references();
	}

	public Optional<NodeView> node(String name) {
		return nodes.stream().filter(n -> n.name().equals(name)).findFirst();
	}

	/** The first problem because of which the text may say something else than was meant; empty when it can be relied upon. */
	public Optional<Problem> obstacle() {
		return problems.stream().filter(problem -> !problem.kind().isHarmless()).findFirst();
	}

	/** The file an origin speaks of. */
	public Optional<SourceFile> file(String displayPath) {
		return files.stream().filter(f -> f.displayPath().equals(displayPath)).findFirst();
	}
}
