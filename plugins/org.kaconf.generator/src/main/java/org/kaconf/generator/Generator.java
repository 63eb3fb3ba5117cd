package org.kaconf.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kaconf.generator.GeneratedFile.Access;
import org.kaconf.generator.conf.KeepalivedConf;
import org.kaconf.generator.report.Report;
import org.kaconf.generator.script.CheckPlacement;
import org.kaconf.generator.script.CheckScripts;
import org.kaconf.generator.script.ScriptHead;
import org.kaconf.generator.unit.UnitTemplate;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.NodeView;
import org.kaconf.lang.Problem;
import org.kaconf.model.CheckSpec;
import org.kaconf.model.Cluster;
import org.kaconf.model.Origin;
import org.kaconf.model.Script;
import org.kaconf.model.json.NodeJson;
import org.kaconf.simulation.FailoverAnalysis;

/** Decides which files a cluster has, to the byte: equal input makes equal output, on any machine and at any time. */
public final class Generator {
	/** Below the folder of a node, where keepalived looks for it on the node. */
	public static final String CONF = "etc/keepalived/keepalived.conf";
	/** Below the folder of a node. */
	public static final String UNIT = "etc/systemd/system/kaconf.service";
	/** Below the folder of a node: what the runtime reads. */
	public static final String NODE_JSON = "node.json";
	/** Below the output folder. */
	public static final String REPORT = "report.md";

	private Generator() {
	}

	/**
	 * Makes the files of all nodes and the report.
	 *
	 * @throws GeneratorException when the text has problems that make it unclear what the files should be
	 */
	public static GeneratedFiles generate(Analysis analysis, GeneratorOptions options) throws GeneratorException {
		refuseProblems(analysis);
		SourceNames names = new SourceNames(analysis);
		List<GeneratedFile> files = new ArrayList<>();
		for (NodeView node : analysis.nodes()) {
			files.addAll(filesOf(node, analysis.cluster(), names, options));
		}
		files.add(GeneratedFile.of(REPORT, Report.render(analysis.cluster(), FailoverAnalysis.analyse(analysis.cluster()), names), Access.READABLE));
		return new GeneratedFiles(files);
	}

	private static void refuseProblems(Analysis analysis) throws GeneratorException {
		Optional<Problem> obstacle = analysis.obstacle();
		if (obstacle.isPresent()) {
			throw new GeneratorException(obstacle.get().origin(), obstacle.get().message());
		}
		if (analysis.nodes().isEmpty()) {
			throw new GeneratorException(new Origin(analysis.root().toString(), 0, 0, 0, 0),
					analysis.root() + ": has no node to generate files for; write \"cluster NAME { node NAME { ... } }\"");
		}
	}

	private static List<GeneratedFile> filesOf(NodeView node, Cluster cluster, SourceNames names, GeneratorOptions options) throws GeneratorException {
		String name = node.name();
		Origin origin = node.model().origins().element();
		if (name.isEmpty() || name.startsWith(".") || name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ') || name.equals(REPORT)) {
			throw new GeneratorException(origin, "the node's files cannot lie in a folder called \"" + name.replaceAll("\\p{Cntrl}", "?")
					+ "\"; give the node a name like a host's");
		}
		String installed = cluster.scriptDirectory();
		String scriptFolder = name + "/" + Stream.of(installed.split("/")).filter(part -> !part.isEmpty()).collect(Collectors.joining("/"));
		CheckPlacement placement = new CheckPlacement(options.inPlace() ? options.outputFolder().resolve(scriptFolder).toString()
				: installed.replaceAll("(?<=.)/+$", ""));

		List<GeneratedFile> files = new ArrayList<>();
		files.add(GeneratedFile.of(name + "/" + CONF, KeepalivedConf.render(node, names, placement), Access.SECRET));
		for (Script script : node.model().scripts()) {
			if (script.check() != null) {
				refuseImpossible(script);
				String source = names.of(script.origins().element());
				files.add(GeneratedFile.of(scriptFolder + "/" + CheckPlacement.fileName(script.name()),
						CheckScripts.render(script.check(), new ScriptHead(script.name(), source)), Access.EXECUTABLE));
			}
		}
		files.add(GeneratedFile.of(name + "/" + UNIT, new UnitTemplate().render(node.model(), names.of(node)), Access.READABLE));
		files.add(GeneratedFile.of(name + "/" + NODE_JSON, NodeJson.write(placement.resolve(node.model())), Access.SECRET));
		return files;
	}

	/** What would make curl read a file instead of sending a header. */
	private static void refuseImpossible(Script script) throws GeneratorException {
		if (script.check() instanceof CheckSpec.Http http) {
			for (String header : http.headers()) {
				if (!header.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+[:;].*")) {
					throw new GeneratorException(script.origins().element(), "\"" + header + "\" is no header; write \"Name: value\"");
				}
			}
		}
	}
}
