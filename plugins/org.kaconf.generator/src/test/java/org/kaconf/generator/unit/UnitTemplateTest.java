package org.kaconf.generator.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kaconf.generator.script.Programs;
import org.kaconf.generator.script.ScriptRun;

class UnitTemplateTest {
	@TempDir
	Path folder;

	@Test
	void systemdUnderstandsEveryLine() throws Exception {
		Programs.need("systemd-analyze");
		// The program itself need not be installed here.
		String unit = new UnitTemplate().render("nginx01", "cluster.kaconf").replace("/usr/bin/kaconf ", "/bin/true ");
		Path file = Files.writeString(folder.resolve("kaconf.service"), unit);
		ScriptRun run = ScriptRun.of(Map.of(), "systemd-analyze", "verify", "--man=no", file.toString());
		assertThat(run.output().lines().filter(line -> line.contains("kaconf.service"))).isEmpty();
		assertThat(run.exitCode()).as(run.output()).isZero();
	}

	@Test
	void aHostileNodeNameStaysInItsComment() {
		assertThat(new UnitTemplate().render("a\nExecStart=/bin/evil", "b\nUser=x").lines().filter(line -> line.startsWith("ExecStart=")))
				.containsExactly("ExecStart=/usr/bin/kaconf run /etc/kaconf/node.json");
	}
}
