package org.kaconf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kaconf.generator.Generator;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.model.Node;
import org.kaconf.model.json.NodeJson;
import org.kaconf.runtime.ConfigurationSource;
import org.kaconf.runtime.DaemonException;

/** One node of a .kaconf file, which is analysed and checked each time it is read. */
final class ClusterSource implements ConfigurationSource {
	private final Path file;
	private final String nodeName;
	private final RuleOptions rules;
	private final Path scratch;
	private final PrintWriter err;
	private int readings;

	/**
	 * @param nodeName {@code null} when the user gave none
	 * @param scratch where check scripts are generated, in a folder of its own for each reading: those of the one before may be in use until the new ones are
	 * @param err where findings are printed
	 */
	ClusterSource(Path file, String nodeName, RuleOptions rules, Path scratch, PrintWriter err) {
		this.file = file;
		this.nodeName = nodeName;
		this.rules = rules;
		this.scratch = scratch;
		this.err = err;
	}

	/** @return empty when the file has errors, which were printed */
	Optional<Node> load() {
		Analysis analysis = Kaconf.create().analyse(file, LoadOptions.DEFAULT);
		Findings findings = rules.check(analysis);
		findings.print(err);
		if (findings.hasErrors()) {
			return Optional.empty();
		}
		String chosen = choose(analysis);
		Path folder = scratch.resolve(String.valueOf(++readings));
		Generation.write(analysis, folder, true);
		try (Reader reader = Files.newBufferedReader(folder.resolve(chosen).resolve(Generator.NODE_JSON))) {
			return Optional.of(NodeJson.read(reader));
		} catch (IOException e) {
			throw new CommandFailure(folder + ": " + e.getMessage());
		}
	}

	@Override
	public Node read() throws DaemonException {
		try {
			InputFiles.readable(file);
			return load().orElseThrow(() -> refused(file + " has errors; 'kaconf check' shows them, too"));
		} catch (CommandFailure e) {
			throw refused(e.getMessage());
		}
	}

	private static DaemonException refused(String message) {
		return new DaemonException(org.kaconf.runtime.ExitCode.CONFIGURATION, message);
	}

	private String choose(Analysis analysis) {
		String names = analysis.nodes().stream().map(n -> n.name()).collect(Collectors.joining(", "));
		if (nodeName == null) {
			throw new CommandFailure(file + " describes the nodes " + names + "; say which one this is with --node");
		}
		if (analysis.node(nodeName).isEmpty()) {
			throw new CommandFailure(file + " has no node " + nodeName + "; its nodes are " + names);
		}
		return nodeName;
	}
}
