package org.kaconf.ide;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.kaconf.ide.source.TypedTree;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.SourceFile;
import org.kaconf.model.Node;

/** What an analysis says about all files of a cluster, in the form the services need. Each part is computed when it is first asked for. */
final class ClusterView {
	private final Analysis analysis;
	private final Map<Path, SourceFile> files = new LinkedHashMap<>();
	private final Lazy<List<SourceUnit>> units;
	private final Lazy<List<NodeText>> nodes;
	private final Lazy<List<org.kaconf.lint.Diagnostic>> diagnostics;

	/** @param checks the rules, run when first needed */
	ClusterView(Analysis analysis, Function<Analysis, List<org.kaconf.lint.Diagnostic>> checks) {
		this.analysis = analysis;
		analysis.files().forEach(f -> files.putIfAbsent(f.path().normalize(), f));
		this.units = new Lazy<>(() -> files.entrySet().stream().map(e -> new SourceUnit(e.getKey(), e.getValue().text())).toList());
		this.nodes = new Lazy<>(() -> analysis.nodes().stream()
				.map(n -> new NodeText(n.name(), TypedTree.read(n.text().text(), analysis.catalog()))).toList());
		this.diagnostics = new Lazy<>(() -> checks.apply(analysis));
	}

	Path root() {
		return analysis.root().normalize();
	}

	/** Whether the text says which nodes there are. */
	boolean isDescribed() {
		return analysis.hasClusterBlock() && !analysis.nodes().isEmpty();
	}

	boolean contains(Path file) {
		return files.containsKey(file);
	}

	Collection<Path> files() {
		return files.keySet();
	}

	List<SourceUnit> units() {
		return units.get();
	}

	List<NodeText> nodes() {
		return nodes.get();
	}

	/** The findings in all files. */
	List<org.kaconf.lint.Diagnostic> diagnostics() {
		return diagnostics.get();
	}

	Optional<SourceFile> file(Path path) {
		return Optional.ofNullable(files.get(path));
	}

	/** The file an origin names. */
	Optional<SourceFile> file(String displayPath) {
		return analysis.file(displayPath);
	}

	List<String> nodeNames() {
		return analysis.nodes().stream().map(n -> n.name()).toList();
	}

	Optional<Node> node(String name) {
		return analysis.node(name).map(n -> n.model());
	}

	List<Node> models() {
		return analysis.nodes().stream().map(n -> n.model()).toList();
	}
}
