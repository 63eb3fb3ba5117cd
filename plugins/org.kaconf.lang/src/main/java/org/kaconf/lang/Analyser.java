package org.kaconf.lang;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.xtext.util.ITextRegion;
import org.kaconf.lang.build.Context;
import org.kaconf.lang.build.NodeBuilder;
import org.kaconf.lang.catalog.Catalog;
import org.kaconf.lang.kaconf.KaconfFile;
import org.kaconf.lang.syntax.Scanner;
import org.kaconf.lang.syntax.Structure;
import org.kaconf.lang.syntax.TokenType;
import org.kaconf.model.Cluster;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;

/** One analysis: reads files, expands them for each node, builds the models. */
final class Analyser {
	private final LoadOptions options;
	private final Function<String, KaconfFile> parser;
	private final Function<String, KaconfFile> expandedParser;
	private final Sources sources;
	private final List<Problem> problems = new ArrayList<>();
	private final List<NodeView> views = new ArrayList<>();
	private KeepalivedVersion version;
	private Catalog catalog;

	Analyser(LoadOptions options, Function<String, KaconfFile> parser, Function<String, KaconfFile> expandedParser) {
		this.options = options;
		this.parser = parser;
		this.expandedParser = expandedParser;
		this.sources = new Sources(options.sources(), parser);
	}

	/** A file that says itself which nodes there are, or else is one. */
	Analysis file(Path path) {
		SourceFile root = sources.root(path, problems);
		Optional<ClusterBlocks> cluster = ClusterBlocks.read(root, problems);
		useVersion(cluster.map(ClusterBlocks::version), path);
		List<ClusterBlocks.NodeSpec> nodes = cluster.map(ClusterBlocks::nodes).orElse(List.of());
		for (ClusterBlocks.NodeSpec node : nodes) {
			node(root, node, nodes);
		}
		if (nodes.isEmpty()) {
			String name = options.configId() == null ? NodeNames.ofHost() : options.configId();
			plain(root, name);
		}
		for (ITextRegion region : ClusterBlocks.regions(root)) {
			TextProblems.ofStructure(Structure.of(root.text().substring(region.getOffset(), region.getOffset() + region.getLength())),
					(offset, length) -> root.origin(region.getOffset() + offset, length), problems::add);
		}
		return finish(root, cluster.map(c -> c.cluster(version, models())).orElseGet(this::plainCluster), cluster.isPresent());
	}

	/** Files of which each is a node. */
	Analysis cluster(List<Path> paths) {
		useVersion(Optional.empty(), paths.isEmpty() ? Path.of("") : paths.getFirst());
		List<String> names = NodeNames.ofFiles(paths);
		List<SourceFile> roots = paths.stream().map(path -> sources.root(path, problems)).toList();
		for (int i = 0; i < roots.size(); i++) {
			plain(roots.get(i), names.get(i));
		}
		SourceFile root = roots.isEmpty() ? sources.root(Path.of(""), problems) : roots.getFirst();
		return finish(root, plainCluster(), false);
	}

	/** The run goes before the cluster block, that before the project, that before the default. */
	private void useVersion(Optional<KeepalivedVersion> written, Path file) {
		version = Optional.ofNullable(options.version()).or(() -> written).or(() -> ProjectSettings.of(file).keepalivedVersion())
				.orElse(KeepalivedVersion.DEFAULT);
		catalog = Catalog.standard().forVersion(version);
	}

	private List<Node> models() {
		return views.stream().map(NodeView::model).toList();
	}

	private Cluster plainCluster() {
		return new Cluster("", version, models(), List.of(), Cluster.DEFAULT_SCRIPT_DIRECTORY, Origins.NONE);
	}

	private void plain(SourceFile root, String name) {
		Origins origins = Origins.of(root.origin(0, 0), Map.of());
		view(root, name, List.of(), origins, new Variables(), new Variables());
	}

	private void node(SourceFile root, ClusterBlocks.NodeSpec node, List<ClusterBlocks.NodeSpec> all) {
		SourceFile start = node.config() == null ? root : config(root, node);
		view(start, node.name(), node.addresses(), node.origins(), predefined(node, all), node.definitions());
	}

	/** The file that is a node's configuration; an empty one when it cannot be read. */
	private SourceFile config(SourceFile root, ClusterBlocks.NodeSpec node) {
		Optional<Path> relative = Sources.path(node.config());
		Path parent = Path.of(root.displayPath()).getParent();
		if (relative.isPresent()) {
			Path path = root.path().resolveSibling(relative.get()).normalize();
			String display = (parent == null ? relative.get() : parent.resolve(relative.get()).normalize()).toString();
			Optional<SourceFile> file = sources.load(path, display);
			if (file.isPresent()) {
				return file.get();
			}
			problems.add(new Problem(ProblemKind.FILE, "the configuration '" + node.config() + "' of node " + node.name() + " " + sources.failure(path), node.configOrigin()));
		} else {
			problems.add(new Problem(ProblemKind.FILE, "'" + node.config() + "' is no path", node.configOrigin()));
		}
		return new SourceFile(root.path().resolveSibling(node.name()), node.config(), "", parser.apply(""));
	}

	/** The definitions that every node has of itself. */
	private static Variables predefined(ClusterBlocks.NodeSpec node, List<ClusterBlocks.NodeSpec> all) {
		Variables variables = new Variables();
		variables.define(Predefined.NODE.text(), List.of(node.name()));
		if (!node.addresses().isEmpty()) {
			NodeAddress first = node.addresses().getFirst();
			variables.define(Predefined.ADDRESS.text(), List.of(first.prefix().address().toString()));
			if (first.device() != null) {
				variables.define(Predefined.INTERFACE.text(), List.of(first.device()));
			}
		}
		variables.defineInline(Predefined.PEERS.text(), all.stream().filter(other -> other != node && !other.addresses().isEmpty())
				.map(other -> other.addresses().getFirst().prefix().address().toString()).toList());
		return variables;
	}

	private void view(SourceFile root, String name, List<NodeAddress> addresses, Origins origins, Variables predefined, Variables definitions) {
		Expander expander = new Expander(name, predefined, definitions, sources, ClusterBlocks::regions, problems);
		ExpandedText text = expander.expand(root);
		KaconfFile ast = root.ast();
		if (text.isWhole(root)) {
			text = ExpandedText.of(root);
		} else {
			ast = expandedParser.apply(text.text());
		}
		ExpandedText expanded = text;
		Context context = new Context(catalog, version, region -> expanded.origin(region.getOffset(), region.getLength()));
		Node model = NodeBuilder.build(name, addresses, origins, ast, context);
		TextProblems.ofStructure(Structure.ofExpanded(text.text()), expanded::origin, problems::add);
		views.add(new NodeView(expanded, ast, model));
	}

	private Analysis finish(SourceFile root, Cluster cluster, boolean hasClusterBlock) {
		List<SourceFile> files = new ArrayList<>(sources.files());
		if (files.remove(root)) {
			files.addFirst(root);
		}
		files.forEach(file -> TextProblems.ofFile(file, problems::add));
		files.stream().filter(file -> !hasClusterBlock || file != root).forEach(this::ignoredClusterBlocks);
		if (problems.stream().noneMatch(p -> p.kind() == ProblemKind.FILE) && isEmpty(root.text())) {
			problems.add(new Problem(ProblemKind.EMPTY_FILE, root.displayPath() + " holds no statement", new Origin(root.displayPath(), 1, 1, 1, 1)));
		}
		return new Analysis(root.path(), files, cluster, hasClusterBlock, views, sorted(), catalog, IndexBuilder.build(files, catalog));
	}

	private void ignoredClusterBlocks(SourceFile file) {
		for (ITextRegion region : ClusterBlocks.regions(file)) {
			problems.add(new Problem(ProblemKind.CLUSTER, "a cluster block counts in the file that is checked or generated from; this one is ignored",
					file.origin(region.getOffset(), "cluster".length())));
		}
	}

	private static boolean isEmpty(String text) {
		return Scanner.scan(text).stream().allMatch(token -> token.type() == TokenType.WS || token.type() == TokenType.COMMENT);
	}

	/** Each problem once, though several nodes may have it, in the order of the text. */
	private List<Problem> sorted() {
		Set<List<Object>> seen = new HashSet<>();
		List<Problem> once = new ArrayList<>();
		for (Problem problem : problems) {
			if (seen.add(List.of(problem.kind(), problem.origin(), problem.message()))) {
				once.add(problem);
			}
		}
		once.sort(Comparator.comparing((Problem p) -> p.origin().file()).thenComparingInt(p -> p.origin().line()).thenComparingInt(p -> p.origin().column()));
		return once;
	}
}
