package org.kaconf.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsTest {
	@TempDir
	private Path folder;
	private final Kaconf kaconf = Kaconf.create();

	@Test
	void filesThatAreNone() throws IOException {
		assertProblem(folder.resolve("none.conf"), ProblemKind.FILE, "does not exist");
		assertProblem(folder, ProblemKind.FILE, "is a folder; name a configuration file");
		assertProblem(Path.of("/dev/null"), ProblemKind.FILE, "is not a regular file");
		assertProblem(file("\0\1\2".getBytes(StandardCharsets.ISO_8859_1)), ProblemKind.FILE, "is a binary file: it holds NUL bytes");
		assertProblem(file(new byte[(int) SourceProvider.LARGEST_FILE + 1]), ProblemKind.FILE, "is larger than 4 MiB; that is no configuration");
		assertProblem(file(new byte[0]), ProblemKind.EMPTY_FILE, "holds no statement");
		assertProblem(file("\n # nothing\n".getBytes(StandardCharsets.UTF_8)), ProblemKind.EMPTY_FILE, "holds no statement");
	}

	@Test
	void bytesThatAreNoUtf8AreKept() throws IOException {
		byte[] bytes = "\u00e9\uff5e x\n a \u00df b\n".getBytes(StandardCharsets.UTF_8);
		bytes[bytes.length - 5] = (byte) 0xff;
		Analysis analysis = kaconf.analyse(file(bytes), LoadOptions.DEFAULT.withConfigId("a"));
		assertThat(ForeignBytes.encode(analysis.nodes().getFirst().text().text())).isEqualTo(bytes);
		assertThat(analysis.problems()).singleElement().satisfies(problem -> {
			assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_UTF8);
			assertThat(problem.message()).contains("\\xFF");
			assertThat(problem.origin().line() + ":" + problem.origin().column()).isEqualTo("2:4");
		});
	}

	@Test
	void aFileWithoutPermission() throws IOException {
		Path file = file("a".getBytes(StandardCharsets.UTF_8));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
		assumeFalse(Files.isReadable(file), "root reads everything");
		assertProblem(file, ProblemKind.FILE, "cannot be read: permission denied");
	}

	@Test
	void quotes() {
		assertThat(problems("a \"b\n  c \"d\"\n\"e")).containsExactly("1:3 UNTERMINATED_QUOTE", "3:1 UNTERMINATED_QUOTE");
		assertThat(problems("vrrp_script s {\n  script '/a \"b\" c\n}")).containsExactly("2:10 UNTERMINATED_QUOTE");
	}

	@Test
	void lines() {
		assertThat(problems("a\n" + "b".repeat(1024))).containsExactly("2:1 LINE_TOO_LONG");
		assertThat(problems("\uFEFFa b")).containsExactly("1:1 BYTE_ORDER_MARK");
	}

	@Test
	void bracesAreReportedOnceForAllNodesAndWhereTheyStand() {
		String cluster = "cluster c {\n  node a {\n  }\n  node b {\n  }\n}\n";
		assertThat(problems(cluster + "vrrp_instance V {\n  @a state MASTER\n  virtual_ipaddress {\n    10.0.0.1\n}\n")).containsExactly("9:3 MISSING_CLOSING_BRACE");
		assertThat(problems("@a x {\n@b y {\n}\n")).as("each node has one brace").isEmpty();
	}

	@Test
	void clusters() {
		assertThat(problems("cluster c {\n  node a {\n  }\n  node a {\n  }\n  node {\n  }\n}\ncluster d {\n}\n")).containsExactly("4:3 CLUSTER", "6:3 CLUSTER", "9:1 CLUSTER");
		assertThat(problems("cluster c {\n  node ../a {\n  }\n  node b/c {\n  }\n  node \"d e\" {\n  }\n  node lb-1.example {\n  }\n}\n"))
				.containsExactly("2:3 CLUSTER", "4:3 CLUSTER", "6:3 CLUSTER");
		assertThat(problems("cluster c {\n}\nx")).containsExactly("1:1 CLUSTER");
		assertThat(problems("cluster c {\n  node a {\n    config gone.conf\n  }\n}\n")).containsExactly("3:5 FILE");
		assertThat(problems("cluster c {\n  node a {\n    address 10.0.0.1/24\n  node b {\n  }\n}\nvrrp_instance V {\n}\n")).containsExactly("2:3 MISSING_CLOSING_BRACE");
	}

	@Test
	void clusterBlocksThatDoNotCount() {
		Texts texts = Texts.of("main.kaconf", "cluster c {\n  node a {\n  }\n}\ninclude other.kaconf\n", "other.kaconf", "\ncluster d {\n}\n");
		assertThat(kaconf.analyse(Texts.FOLDER.resolve("main.kaconf"), texts.options()).problems()).singleElement()
				.satisfies(p -> assertThat(p.origin()).hasToString("/virtual/other.kaconf:2:1"));
		assertThat(kaconf.analyseCluster(List.of(Texts.FOLDER.resolve("main.kaconf"), Texts.FOLDER.resolve("other.kaconf")), texts.options()).problems()).extracting(Problem::kind)
				.containsExactly(ProblemKind.CLUSTER, ProblemKind.CLUSTER);
	}

	@Test
	void namesOfNodesFromFiles() {
		assertThat(NodeNames.ofFiles(List.of(Path.of("/x/lb1.conf"), Path.of("/x/lb2.conf")))).containsExactly("lb1", "lb2");
		assertThat(NodeNames.ofFiles(List.of(Path.of("/x/a/keepalived.conf"), Path.of("/x/b/keepalived.conf")))).containsExactly("a", "b");
		assertThat(NodeNames.ofFiles(List.of(Path.of("/x/a/etc/k.conf"), Path.of("/x/b/etc/k.conf")))).containsExactly("a-etc", "b-etc");
		assertThat(NodeNames.ofFiles(List.of(Path.of("/x/k.conf"), Path.of("/x/k.conf")))).containsExactly("k", "k-2");
	}

	private List<String> problems(String text) {
		return Texts.analyse(kaconf, text).problems().stream().map(p -> p.origin().line() + ":" + p.origin().column() + " " + p.kind()).toList();
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(folder.resolve("test.conf"), content);
	}

	private void assertProblem(Path file, ProblemKind kind, String message) {
		Analysis analysis = kaconf.analyse(file, LoadOptions.DEFAULT.withConfigId("a"));
		assertThat(analysis.problems()).containsExactly(new Problem(kind, file + " " + message, analysis.problems().getFirst().origin()));
		assertThat(analysis.problems().getFirst().origin()).hasToString(file + ":1:1");
		assertThat(analysis.nodes()).hasSize(1);
	}
}
