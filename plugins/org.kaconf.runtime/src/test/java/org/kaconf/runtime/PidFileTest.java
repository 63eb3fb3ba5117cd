package org.kaconf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a folder where others can put links in the way. */
class PidFileTest {
	private static final String OWN = ProcessHandle.current().pid() + "\n";

	@TempDir
	Path folder;

	private Path victim(String text) throws Exception {
		return Files.writeString(folder.resolve("victim"), text);
	}

	@Test
	void writesThroughNoLinkOfItsTemporaryFile() throws Exception {
		Path victim = victim("precious");
		Files.createSymbolicLink(folder.resolve("a.pid.new"), victim);
		try (PidFile file = PidFile.take(folder.resolve("a.pid"))) {
			assertThat(victim).hasContent("precious");
			assertThat(folder.resolve("a.pid")).hasContent(OWN.strip());
			assertThat(Files.isRegularFile(folder.resolve("a.pid"), LinkOption.NOFOLLOW_LINKS)).isTrue();
			assertThat(Files.exists(folder.resolve("a.pid.new"), LinkOption.NOFOLLOW_LINKS)).isFalse();
		}
	}

	@Test
	void replacesALinkAndNotWhatItLeadsTo() throws Exception {
		Path victim = victim("");
		Path target = folder.resolve("not there");
		Files.createSymbolicLink(folder.resolve("a.pid"), victim);
		Files.createSymbolicLink(folder.resolve("b.pid"), target);
		try (PidFile a = PidFile.take(folder.resolve("a.pid")); PidFile b = PidFile.take(folder.resolve("b.pid"))) {
			assertThat(victim).isEmptyFile();
			assertThat(target).doesNotExist();
			assertThat(Files.isRegularFile(folder.resolve("a.pid"), LinkOption.NOFOLLOW_LINKS)).isTrue();
			assertThat(Files.isRegularFile(folder.resolve("b.pid"), LinkOption.NOFOLLOW_LINKS)).isTrue();
		}
		assertThat(victim).exists();
	}

	@Test
	void saysNothingOfWhatIsInAFileThatItWasLedTo() throws Exception {
		Files.createSymbolicLink(folder.resolve("a.pid"), victim("precious"));
		assertThatThrownBy(() -> PidFile.take(folder.resolve("a.pid"))).isInstanceOf(DaemonException.class).hasMessageContaining("holds no process id")
				.hasMessageNotContaining("precious");
	}
}
