package org.kaconf.runtime.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyslogSocketTest {
	@TempDir
	Path folder;

	@Test
	void sendsSeverityTagAndText() throws Exception {
		Path path = folder.resolve("log");
		try (DatagramListener listener = new DatagramListener(path); SyslogSocket syslog = new SyslogSocket("Kaconf", path.toString())) {
			syslog.send(6, "(VI_1) Entering MASTER STATE");
			assertThat(listener.next()).isEqualTo("<30>Kaconf[" + ProcessHandle.current().pid() + "]: (VI_1) Entering MASTER STATE");
			syslog.send(6, "x".repeat(10_000));
			assertThat(listener.next()).hasSize(2048);
		}
	}

	@Test
	void saysThatNobodyListens() {
		assertThatThrownBy(() -> new SyslogSocket("Kaconf", folder.resolve("none").toString())).isInstanceOf(LinuxException.class)
				.hasMessage("cannot reach syslog at " + folder.resolve("none") + ": No such file or directory");
	}
}
