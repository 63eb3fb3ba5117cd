package org.kaconf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
	@TempDir
	private Path folder;

	private Path cluster(String text) throws IOException {
		return Files.writeString(folder.resolve("cluster.kaconf"), text);
	}

	@ParameterizedTest
	@ValueSource(strings = {"check", "format", "generate", "simulate", "run", "status", "demo", "ide", "lsp"})
	void everyCommandHasHelp(String command) {
		Cli cli = Cli.run(command, "--help");
		assertThat(cli.exitCode()).isZero();
		assertThat(cli.out()).startsWith("Usage: kaconf " + command);
	}

	@Test
	void version() {
		assertThat(Cli.run("--version").out()).matches("kaconf \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d+\\)\\R");
	}

	@Test
	void aGoodClusterHasNoFindings() throws IOException {
		Cli cli = Cli.run("check", cluster(ExampleText.CLUSTER));
		assertThat(cli.out()).doesNotContain("error").doesNotContain("warning");
		assertThat(cli.exitCode()).isZero();
	}

	@Test
	void findingsInJson() throws IOException {
		Path file = cluster(ExampleText.CLUSTER.replace("virtual_router_id 51", "virtual_router_id 256"));
		Cli cli = Cli.run("check", "--format", "json", file);
		assertThat(cli.exitCode()).isEqualTo(1);
		JsonObject first = JsonParser.parseString(cli.out()).getAsJsonObject().getAsJsonArray("diagnostics").get(0).getAsJsonObject();
		assertThat(first.keySet()).containsExactlyInAnyOrder("file", "line", "column", "endLine", "endColumn", "severity", "rule", "name", "message",
				"related");
		assertThat(first.get("file").getAsString()).isEqualTo(file.toString());
		assertThat(first.get("line").getAsInt()).isEqualTo(ExampleText.lineOf("virtual_router_id 51"));
		assertThat(first.get("column").getAsInt()).isEqualTo(23);
		assertThat(first.get("severity").getAsString()).isEqualTo("error");
	}

	@Test
	void noFindingsInJsonIsAnEmptyList() throws IOException {
		assertThat(JsonParser.parseString(Cli.run("check", "--format", "json", cluster(ExampleText.CLUSTER)).out()).getAsJsonObject()
				.getAsJsonArray("diagnostics")).isEmpty();
	}

	@Test
	void plainFilesAsOneCluster() throws IOException {
		String plain = """
				vrrp_instance VI_1 {
				    state BACKUP
				    interface eth0
				    virtual_router_id %d
				    priority %d
				    virtual_ipaddress {
				        10.0.0.100/24
				    }
				}
				""";
		Path a = Files.writeString(folder.resolve("a.conf"), plain.formatted(51, 101));
		Path b = Files.writeString(folder.resolve("b.conf"), plain.formatted(52, 100));
		assertThat(Cli.run("check", a, b).exitCode()).isZero();
		Cli cli = Cli.run("check", "--cluster", a, b);
		assertThat(cli.exitCode()).isEqualTo(1);
		assertThat(cli.out()).contains("virtual_router_id");
	}

	@Test
	void aRuleCanBeSwitchedOff() throws IOException {
		Path file = cluster(ExampleText.CLUSTER.replace("auth_pass 1111", "auth_pass 123456789"));
		Cli cli = Cli.run("check", file);
		assertThat(cli.exitCode()).isEqualTo(1);
		String rule = cli.out().replaceAll("(?s).*\\[(KA\\d+) .*", "$1");
		assertThat(Cli.run("check", "--rule", rule + "=off", file).exitCode()).isZero();
		assertThat(Cli.run("check", "--rule", "KA0000=off", file).exitCode()).isEqualTo(2);
	}

	@Test
	void generatesEachNodesFiles() throws IOException {
		Path out = folder.resolve("out");
		Cli cli = Cli.run("generate", cluster(ExampleText.CLUSTER), "-o", out);
		assertThat(cli.exitCode()).isZero();
		assertThat(out.resolve("nginx01/etc/keepalived/keepalived.conf")).content().contains("priority 101").doesNotContain("priority 100");
		assertThat(out.resolve("nginx02/etc/keepalived/keepalived.conf")).content().contains("priority 100").doesNotContain("priority 101");
		assertThat(out.resolve("nginx01/node.json")).exists();
		assertThat(out.resolve("report.md")).exists();
		assertThat(Cli.run("generate", folder.resolve("cluster.kaconf"), "-o", out).out()).contains("0 written");
	}

	@Test
	void simulatesTheScenario() throws IOException {
		Cli cli = Cli.run("simulate", cluster(ExampleText.CLUSTER));
		assertThat(cli.exitCode()).isZero();
		assertThat(cli.out()).contains("VI_1").contains("chk_nginx");
	}

	@Test
	void simulationFindsAWeightThatIsTooSmall() throws IOException {
		Cli cli = Cli.run("simulate", cluster(ExampleText.CLUSTER.replace("priority 101", "priority 150")));
		assertThat(cli.exitCode()).isEqualTo(1);
		assertThat(cli.out()).contains("chk_nginx");
	}
}
