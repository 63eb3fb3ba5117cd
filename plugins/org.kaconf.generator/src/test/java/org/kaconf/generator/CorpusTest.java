package org.kaconf.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.generator.script.Programs;
import org.kaconf.generator.script.ScriptRun;
import org.kaconf.generator.script.ShellQuote;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.NodeView;
import org.kaconf.lang.Regions;
import org.kaconf.lang.kaconf.Statement;

/** Real configurations of other people: what is generated from them reads as they do, statement by statement. */
class CorpusTest {
	private static final Path CORPUS = Path.of(System.getProperty("kaconf.corpus", "../../../shared/corpus"));
	private static final LoadOptions OPTIONS = LoadOptions.DEFAULT.withConfigId("node1");

	@TempDir
	Path folder;

	@BeforeEach
	void look() {
		assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here");
	}

	@Test
	void generatedFilesSayTheSame() throws Exception {
		Kaconf kaconf = Kaconf.create();
		List<Path> files;
		try (Stream<Path> all = Files.walk(CORPUS.resolve("files"))) {
			files = all.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(".conf")).sorted().toList();
		}
		int same = 0;
		for (Path file : files) {
			Analysis before = kaconf.analyse(file, OPTIONS);
			if (before.problems().isEmpty()) {
				Analysis after = kaconf.analyse(generated(before), OPTIONS);
				NodeView node = before.nodes().getFirst();
				assertThat(after.problems()).as(file.toString()).isEmpty();
				assertThat(after.nodes().getFirst().model()).as(file.toString()).isEqualTo(node.model());
				assertThat(statements(after.nodes().getFirst())).as(file.toString()).isEqualTo(statements(node));
				same++;
			}
		}
		assertThat(same).as("files without problems, of " + files.size()).isGreaterThan(files.size() / 2);
	}

	/** Each pair in a network namespace with the interfaces the file needs, which ends with keepalived. */
	@Test
	@Tag("live")
	void keepalivedSaysTheSameOfGeneratedFiles() throws Exception {
		Programs.need("keepalived");
		assumeTrue(ScriptRun.of(Map.of(), "unshare", "--net", "true").exitCode() == 0, "needs root and namespaces");
		Kaconf kaconf = Kaconf.create();
		int same = 0;
		for (String line : Files.readAllLines(CORPUS.resolve("expected.tsv")).stream().skip(1).toList()) {
			String[] columns = line.split("\t", -1);
			Path file = CORPUS.resolve("files").resolve(columns[0]);
			Analysis analysis = kaconf.analyse(file, OPTIONS);
			if (analysis.problems().isEmpty()) {
				assertThat(judgement(generated(analysis), columns[2])).as(columns[0]).isEqualTo(judgement(file, columns[2]));
				same++;
			}
		}
		assertThat(same).isGreaterThan(20);
	}

	/** What keepalived says, without where; it says some things once for each of its processes. */
	private static List<String> judgement(Path file, String interfaces) throws Exception {
		StringBuilder setUp = new StringBuilder();
		int number = 0;
		for (String name : interfaces.split("[, ]+")) {
			if (!name.isEmpty()) {
				number++;
				setUp.append("ip link add ").append(name).append(" type veth peer name peer").append(number).append("\nip address add 10.99.")
						.append(number).append(".1/24 dev ").append(name).append("\nip link set ").append(name).append(" up\n");
			}
		}
		ScriptRun run = ScriptRun.of(Map.of(), "unshare", "--net", "sh", "-c",
				setUp + "exec keepalived -t -i node1 -f " + ShellQuote.quote(file.toAbsolutePath().normalize().toString()));
		String output = run.output().replace(file.toAbsolutePath().normalize().toString(), "FILE");
		return Stream.concat(Stream.of("exit code " + run.exitCode()),
				output.lines().map(line -> line.replaceAll("\\((FILE: )?Line \\d+\\) ?", "").strip()).distinct().sorted()).toList();
	}

	private Path generated(Analysis analysis) throws Exception {
		GeneratedFiles files = Generator.generate(analysis, new GeneratorOptions(false, folder));
		return Files.writeString(folder.resolve("keepalived.conf"), files.file("node1/" + Generator.CONF).orElseThrow().text());
	}

	private static List<String> statements(NodeView node) {
		List<String> lines = new ArrayList<>();
		collect(node, node.ast().getStatements(), "", lines);
		return lines;
	}

	private static void collect(NodeView node, List<Statement> statements, String indent, List<String> lines) {
		for (Statement statement : statements) {
			var head = Regions.head(statement);
			lines.add(indent + node.text().text().substring(head.getOffset(), head.getOffset() + head.getLength())
					+ (statement.getBlock() == null ? "" : " {"));
			if (statement.getBlock() != null) {
				collect(node, statement.getBlock().getStatements(), indent + "\t", lines);
			}
		}
	}
}
