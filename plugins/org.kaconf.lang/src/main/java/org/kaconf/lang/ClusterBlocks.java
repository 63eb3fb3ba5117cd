package org.kaconf.lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.util.ITextRegion;
import org.kaconf.lang.catalog.Releases;
import org.kaconf.lang.kaconf.ClusterBlock;
import org.kaconf.lang.kaconf.Definition;
import org.kaconf.lang.kaconf.NodeBlock;
import org.kaconf.lang.kaconf.Statement;
import org.kaconf.lang.kaconf.Value;
import org.kaconf.model.Cluster;
import org.kaconf.model.IpPrefix;
import org.kaconf.model.KeepalivedVersion;
import org.kaconf.model.Node;
import org.kaconf.model.NodeAddress;
import org.kaconf.model.Origin;
import org.kaconf.model.Origins;
import org.kaconf.model.ReservedVrids;

/** What the cluster block of a file says. */
final class ClusterBlocks {
	private static final int GREATEST_VRID = 255;
	private static final Map<String, BiConsumer<ClusterBlocks, Statement>> KEYWORDS = Map.of(
			"keepalived_version", ClusterBlocks::version,
			"script_directory", ClusterBlocks::scriptDirectory,
			"reserved_vrids", ClusterBlocks::reserved);

	private final SourceFile file;
	private final List<Problem> problems;
	private final Variables variables = new Variables();
	private final Map<String, NodeSpec> nodes = new LinkedHashMap<>();
	private final List<ReservedVrids> reserved = new ArrayList<>();
	private final Origins.Builder origins;
	private String name = "";
	private KeepalivedVersion version;
	private String scriptDirectory = Cluster.DEFAULT_SCRIPT_DIRECTORY;

	/**
	 * A node block.
	 *
	 * @param config path of the file that is the node's configuration; {@code null} for the text around the cluster block
	 * @param configOrigin where that path stands
	 * @param definitions those of the cluster and its own
	 */
	record NodeSpec(String name, List<NodeAddress> addresses, String config, Origin configOrigin, Variables definitions, Origins origins) {
	}

	private ClusterBlocks(SourceFile file, Origin origin, List<Problem> problems) {
		this.file = file;
		this.problems = problems;
		this.origins = Origins.at(origin);
	}

	/** The places of all cluster blocks of a file. */
	static List<ITextRegion> regions(SourceFile file) {
		return file.ast().getStatements().stream().filter(ClusterBlock.class::isInstance).map(Regions::of).toList();
	}

	/** Reads the cluster block of a file; empty when there is none. */
	static Optional<ClusterBlocks> read(SourceFile file, List<Problem> problems) {
		List<ClusterBlock> blocks = file.ast().getStatements().stream().filter(ClusterBlock.class::isInstance).map(ClusterBlock.class::cast).toList();
		if (blocks.isEmpty()) {
			return Optional.empty();
		}
		ClusterBlocks cluster = new ClusterBlocks(file, file.origin(blocks.getFirst()), problems);
		cluster.block(blocks.getFirst());
		for (ClusterBlock second : blocks.subList(1, blocks.size())) {
			problems.add(new Problem(ProblemKind.CLUSTER, "a file has one cluster block; this one is ignored", file.origin(second),
					List.of(new Related(file.origin(blocks.getFirst()), "the first one"))));
		}
		return Optional.of(cluster);
	}

	List<NodeSpec> nodes() {
		return List.copyOf(nodes.values());
	}

	/** The release the block names; {@code null} for none and for what is no release. */
	KeepalivedVersion version() {
		return version;
	}

	Cluster cluster(KeepalivedVersion effective, List<Node> models) {
		return new Cluster(name, effective, models, reserved, scriptDirectory, origins.build());
	}

	private void block(ClusterBlock block) {
		name = block.getName() == null ? "" : block.getName();
		List<Statement> statements = block.getBlock() == null ? List.of() : block.getBlock().getStatements();
		define(statements, variables);
		for (Statement statement : statements) {
			if (statement instanceof NodeBlock node) {
				node(node);
			} else if (statement.getKeyword() != null && KEYWORDS.containsKey(statement.getKeyword())) {
				KEYWORDS.get(statement.getKeyword()).accept(this, statement);
				origins.add(statement.getKeyword(), file.origin(statement));
			}
		}
		if (nodes.isEmpty()) {
			problems.add(new Problem(ProblemKind.CLUSTER, "the cluster has no nodes; add: node NAME { address ADDRESS/LENGTH dev INTERFACE }", file.origin(block)));
		}
	}

	private static void define(List<Statement> statements, Variables target) {
		for (Statement statement : statements) {
			if (statement instanceof Definition definition) {
				target.define(definition.getName(), definition.getText() == null ? List.of() : definition.getText().lines().filter(l -> !l.isEmpty()).toList());
			}
		}
	}

	private void node(NodeBlock node) {
		String nodeName = node.getName();
		if (nodeName == null) {
			problems.add(new Problem(ProblemKind.CLUSTER, "the node has no name; write: node NAME {", file.origin(node)));
			return;
		}
		if (!NodeNames.isLikeAHosts(nodeName)) {
			problems.add(new Problem(ProblemKind.CLUSTER, "'" + nodeName.replaceAll("\\p{Cntrl}", "?")
					+ "' is no name for a node; give the node a name like a host's, without slashes and blanks",
					file.origin(node)));
		}
		if (nodes.containsKey(nodeName)) {
			problems.add(new Problem(ProblemKind.CLUSTER, "there is a node '" + nodeName + "' already; this one is ignored", file.origin(node),
					List.of(new Related(nodes.get(nodeName).origins().element(), "the first one"))));
			return;
		}
		List<Statement> statements = node.getBlock() == null ? List.of() : node.getBlock().getStatements();
		Variables definitions = new Variables(variables);
		define(statements, definitions);
		List<NodeAddress> addresses = new ArrayList<>();
		Origins.Builder nodeOrigins = Origins.at(file.origin(node));
		String config = null;
		Origin configOrigin = Origin.NONE;
		for (Statement statement : statements) {
			String first = word(statement, 0, definitions);
			if ("address".equals(statement.getKeyword())) {
				String device = "dev".equals(word(statement, 1, definitions)) ? word(statement, 2, definitions) : "";
				IpPrefix.parse(first).ifPresent(prefix -> addresses.add(new NodeAddress(prefix, device.isEmpty() ? null : device, Origins.of(file.origin(statement), Map.of()))));
				nodeOrigins.add("address", file.origin(statement));
			} else if ("config".equals(statement.getKeyword()) && !first.isEmpty()) {
				config = first;
				configOrigin = file.origin(statement);
				nodeOrigins.add("config", configOrigin);
			}
		}
		nodes.put(nodeName, new NodeSpec(nodeName, addresses, config, configOrigin, definitions, nodeOrigins.build()));
	}

	private static String word(Statement statement, int index, Variables definitions) {
		return index < statement.getValues().size() ? definitions.replaceIn(statement.getValues().get(index).getText()) : "";
	}

	private void version(Statement statement) {
		version = Releases.find(word(statement, 0, variables)).orElse(version);
	}

	private void scriptDirectory(Statement statement) {
		String directory = word(statement, 0, variables);
		if (directory.startsWith("/")) {
			scriptDirectory = directory.length() > 1 && directory.endsWith("/") ? directory.substring(0, directory.length() - 1) : directory;
		}
	}

	/** Numbers and ranges, and words that say why. */
	private void reserved(Statement statement) {
		List<String> why = statement.getValues().stream().map(Value::getText).filter(v -> !v.matches("\\d{1,3}(-\\d{1,3})?")).toList();
		for (Value value : statement.getValues()) {
			if (value.getText().matches("\\d{1,3}(-\\d{1,3})?")) {
				String[] ends = value.getText().split("-");
				int first = Integer.parseInt(ends[0]);
				int last = Integer.parseInt(ends[ends.length - 1]);
				if (first >= 1 && first <= last && last <= GREATEST_VRID) {
					reserved.add(new ReservedVrids(first, last, String.join(" ", why), Origins.of(origin(value), Map.of())));
				}
			}
		}
	}

	private Origin origin(EObject element) {
		return file.origin(element);
	}
}
