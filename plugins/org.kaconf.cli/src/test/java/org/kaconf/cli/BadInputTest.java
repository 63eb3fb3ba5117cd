package org.kaconf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user gets who is wrong: one line that says what to do, the documented exit code, nothing half-written. */
class BadInputTest {
	@TempDir
	private Path folder;

	private Path file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	private static void isOneLine(String text) {
		assertThat(text.strip()).isNotEmpty().doesNotContain("\n").doesNotContain("\tat ").startsWith("kaconf: ");
	}

	static Stream<List<String>> wrongUsage() {
		return Stream.of(List.of(), List.of("chekc"), List.of("check"), List.of("check", "--format", "xml", "a"), List.of("generate"), List.of("run"),
				List.of("check", "--keepalived-version", "new", "a"), List.of("check", "--keepalived-version", "9.9", "a"), List.of("simulate"), List.of("status", "--nonsense"));
	}

	@ParameterizedTest
	@MethodSource
	void wrongUsage(List<String> arguments) {
		Cli cli = Cli.run(arguments.toArray());
		assertThat(cli.exitCode()).isEqualTo(2);
		isOneLine(cli.err());
		assertThat(cli.out()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"check", "generate", "simulate", "run"})
	void missingFile(String command) {
		Cli cli = Cli.run(command, folder.resolve("none.kaconf"));
		assertThat(cli.exitCode()).isEqualTo(2);
		isOneLine(cli.err());
		assertThat(cli.err()).contains("none.kaconf").contains("no such file");
	}

	@ParameterizedTest
	@ValueSource(strings = {"check", "generate", "simulate", "run"})
	void folderInsteadOfFile(String command) {
		Cli cli = Cli.run(command, folder);
		assertThat(cli.exitCode()).isEqualTo(2);
		isOneLine(cli.err());
		assertThat(cli.err()).contains("is a folder");
	}

	@ParameterizedTest
	@ValueSource(strings = {"check", "generate", "simulate"})
	void binaryFileIsAFinding(String command) throws IOException {
		Path binary = Files.write(folder.resolve("binary.kaconf"), new byte[] {0, 1, 2, (byte) 0xff, 10, 0});
		Cli cli = Cli.run(command, binary);
		assertThat(cli.exitCode()).isEqualTo(1);
		assertThat(cli.out() + cli.err()).contains("binary.kaconf:1:").doesNotContain("\tat ");
	}

	@Test
	void emptyFileIsAFinding() throws IOException {
		Cli cli = Cli.run("check", file("empty.kaconf", ""));
		assertThat(cli.exitCode()).isEqualTo(1);
		assertThat(cli.out()).contains("empty.kaconf:1:1:");
	}

	@Test
	void unclosedBlockIsReportedAndGeneratesNothing() throws IOException {
		Path file = file("open.kaconf", "cluster c {\n    node a {\n        address 10.0.0.1/24 dev eth0\n    }\n}\nvrrp_instance V {\n    interface eth0\n");
		Path out = folder.resolve("out");
		assertThat(Cli.run("check", file).out()).contains("open.kaconf:6:");
		Cli cli = Cli.run("generate", file, "-o", out);
		assertThat(cli.exitCode()).isEqualTo(1);
		assertThat(out).doesNotExist();
	}

	@Test
	void nodeThatDoesNotExist() throws IOException {
		Path file = file("c.kaconf", ExampleText.CLUSTER);
		Cli cli = Cli.run("run", file, "--node", "nginx03");
		assertThat(cli.exitCode()).isEqualTo(2);
		isOneLine(cli.err());
		assertThat(cli.err()).contains("nginx03").contains("nginx01").contains("nginx02");
	}

	@Test
	void outputThatIsAFile() throws IOException {
		Path file = file("c.kaconf", ExampleText.CLUSTER);
		Path out = file("out", "mine");
		Cli cli = Cli.run("generate", file, "-o", out);
		assertThat(cli.exitCode()).isEqualTo(2);
		isOneLine(cli.err());
		assertThat(out).hasContent("mine");
	}

	@ParameterizedTest
	@ValueSource(strings = {"status", "status --watch", "status --json", "reload", "stop", "bfd session up"})
	void noDaemon(String command) {
		Cli cli = Cli.run(Stream.concat(Stream.of(command.split(" ")), Stream.of("--control", folder.resolve("none.sock"))).toArray());
		assertThat(cli.exitCode()).isEqualTo(2);
		isOneLine(cli.err());
		assertThat(cli.err()).contains("no daemon at").contains("start one with kaconf run");
	}

	@Test
	void aFileNamedTwiceIsCheckedOnce() throws IOException {
		Path file = file("one.conf", "vrrp_instance V {\n    interface eth0\n    virtual_router_id 256\n    virtual_ipaddress {\n        10.0.0.9/24\n    }\n}\n");
		Cli cli = Cli.run("check", file, folder.resolve(".").resolve("one.conf"));
		assertThat(cli.exitCode()).isEqualTo(1);
		assertThat(cli.out()).containsOnlyOnce("KA1203").contains("1 error");
	}

	@Test
	void aFileIsNotTwoNodes() throws IOException {
		Path file = file("one.conf", "vrrp_instance V {\n    interface eth0\n    virtual_router_id 5\n    virtual_ipaddress {\n        10.0.0.9/24\n    }\n}\n");
		Cli cli = Cli.run("check", "--cluster", file, file);
		assertThat(cli.exitCode()).isEqualTo(2);
		isOneLine(cli.err());
		assertThat(cli.err()).contains("named twice");
	}

	@Test
	void aFileNameWithALeadingDashIsNotCalledMissing() {
		Cli cli = Cli.run("check", "-dash.conf");
		assertThat(cli.exitCode()).isEqualTo(2);
		isOneLine(cli.err());
		assertThat(cli.err()).contains("'-dash.conf'").contains("write --");
		assertThat(Cli.run("check", "--format=json", "-iA").err()).contains("FILE").doesNotContain("Unknown option");
	}

	@Test
	void coloursAreNotForEveryTerminal() {
		assertThat(Terminal.allowsColours(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
		assertThat(Terminal.allowsColours(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
		assertThat(Terminal.allowsColours(Map.of("TERM", "dumb"))).isFalse();
	}
}
