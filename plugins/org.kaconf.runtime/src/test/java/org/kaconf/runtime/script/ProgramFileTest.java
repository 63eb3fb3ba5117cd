package org.kaconf.runtime.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFileTest {
	@Test
	void findsByPathAndByName() {
		assertThat(ProgramFile.find("/bin/sh")).contains(Path.of("/bin/sh"));
		assertThat(ProgramFile.find("sh")).hasValueSatisfying(p -> assertThat(p.getFileName()).hasToString("sh"));
		assertThat(ProgramFile.find("no-such-program-anywhere")).isEmpty();
		assertThat(ProgramFile.find("/etc/passwd")).isEmpty();
		assertThat(ProgramFile.find("/etc")).isEmpty();
	}

	@Test
	void trustsWhatOnlyRootCanChange(@TempDir Path folder) throws Exception {
		assertThat(ProgramFile.isSafe(Path.of("/bin/sh"))).isTrue();
		Path file = Files.createFile(folder.resolve("script"));
		assertThat(file.toFile().setWritable(true, false)).isTrue();
		assertThat(ProgramFile.isSafe(file)).isFalse();
		assertThat(ProgramFile.isSafe(folder.resolve("missing"))).isFalse();
	}
}
