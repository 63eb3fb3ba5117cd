package org.kaconf.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kaconf.generator.script.Programs;
import org.kaconf.generator.script.ScriptRun;
import org.kaconf.generator.script.ShellQuote;
import org.kaconf.lang.Analysis;
import org.kaconf.lang.Kaconf;
import org.kaconf.lang.LoadOptions;
import org.kaconf.lang.NodeView;

/**
 * keepalived -t finds nothing wrong with the generated files. It runs in namespaces of its own that look like the node: its interface with
 * its address, its files in /etc/keepalived, and a name server's answer for the mail host. They end with it.
 */
@Tag("live")
class KeepalivedAcceptsTest {
	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({"nginx-ha/cluster.kaconf", "nginx-ha/process-check/cluster.kaconf", "plain-files/cluster.kaconf"})
	void withoutAWord(String example) throws Exception {
		Programs.need("keepalived");
		assumeTrue(ScriptRun.of(Map.of(), "unshare", "--net", "--mount", "true").exitCode() == 0, "needs root and namespaces");
		Analysis analysis = Kaconf.create().analyse(Path.of("../../examples", example), LoadOptions.DEFAULT);
		new OutputFolder(folder).write(Generator.generate(analysis, new GeneratorOptions(false, folder)));
		Path hosts = Files.writeString(folder.resolve("hosts"), "192.0.2.25 mail.example.com\n");
		assertThat(analysis.nodes()).hasSize(2);
		for (NodeView node : analysis.nodes()) {
			String address = node.model().addresses().getFirst().prefix().toString();
			ScriptRun run = ScriptRun.of(Map.of(), "unshare", "--net", "--mount", "sh", "-ec", String.join("\n", List.of(
					"mount --bind " + ShellQuote.quote(folder.resolve(node.name()).resolve("etc/keepalived").toString()) + " /etc/keepalived",
					"mount --bind " + ShellQuote.quote(hosts.toString()) + " /etc/hosts",
					"ip link add eth0 type veth peer name peer0",
					"ip address add " + address + " dev eth0",
					"ip link set peer0 up",
					"ip link set eth0 up",
					"exec keepalived -t -f /etc/keepalived/keepalived.conf")));
			assertThat(run.output()).as(node.name()).isEmpty();
			assertThat(run.exitCode()).isZero();
		}
	}
}
