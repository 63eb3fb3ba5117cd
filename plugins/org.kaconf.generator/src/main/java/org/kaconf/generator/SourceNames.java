package org.kaconf.generator;

import java.io.File;
import java.nio.file.Path;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.NodeView;
import org.kaconf.lang.SourceFile;
import org.kaconf.model.Origin;

/**
 * How generated files name the files they come from: relative to the folder of the root file, with slashes, so that they are the same wherever
 * the project lies and whatever folder kaconf is started in.
 */
public final class SourceNames {
	private final Analysis analysis;
	private final Path folder;

	public SourceNames(Analysis analysis) {
		this.analysis = analysis;
		this.folder = analysis.root().toAbsolutePath().normalize().getParent();
	}

	/** Relative, except for a file that has nothing to do with the project, such as one that is included from /etc: that one keeps its path. */
	public String of(SourceFile file) {
		Path path = file.path().toAbsolutePath().normalize();
		boolean related = folder.getNameCount() > 0 && folder.getName(0).equals(path.getName(0));
		return (related ? folder.relativize(path) : path).toString().replace(File.separatorChar, '/');
	}

	/** {@code cluster.kaconf:20}. */
	public String of(Origin origin) {
		String name = analysis.file(origin.file()).map(this::of).orElse(origin.file());
		return origin.isKnown() ? name + ":" + origin.line() : name;
	}

	/** The file to change when a node is to be changed: the one with the cluster block, else the node's own. */
	public String of(NodeView node) {
		return analysis.file(node.model().origins().element().file()).map(this::of).orElseGet(this::root);
	}

	/** The name of the root file. */
	public String root() {
		return analysis.root().getFileName().toString();
	}
}
